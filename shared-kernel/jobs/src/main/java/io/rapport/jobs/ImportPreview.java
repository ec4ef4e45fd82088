package io.rapport.jobs;

import java.util.List;
import java.util.Map;

/**
 * What was understood of a file, before anything is done with it.
 *
 * @param encoding  name of its character set; null for a workbook
 * @param separator the character between its fields; null for a workbook
 * @param sheet     name of the sheet that would be read; null for CSV
 * @param rows      number of rows below the header
 * @param headers   names of its columns
 * @param mapping   header → field as proposed or as asked for; null where the column would be left out
 * @param fields    all fields that a column may go to
 * @param required  those of them that some column has to go to
 * @param missing   fields that no column goes to but that are required; empty when the file can be imported
 * @param keys      what its rows can be recognised by; empty where there is no choice
 * @param first     the first rows, as they stand in the file
 */
public record ImportPreview(String encoding, String separator, String sheet, long rows, List<String> headers,
                            Map<String, String> mapping, List<String> fields, List<String> required,
                            List<String> missing, List<String> keys, List<List<String>> first) {
}
