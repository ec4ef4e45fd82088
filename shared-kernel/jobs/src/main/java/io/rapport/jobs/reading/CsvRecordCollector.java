package io.rapport.jobs.reading;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

import java.util.ArrayList;
import java.util.List;

/** Collects the fields of one record and refuses, with its line, what would not fit into memory or a database. */
final class CsvRecordCollector extends AbstractBaseCsvCallbackHandler<CsvRecordCollector.Fields> {

    /** Fields of one record. */
    record Fields(long line, List<String> cells, boolean controlCharacters) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** The record as it was before its line was written in front of it. */
        Fields numbered() {
            return new Fields(Long.parseLong(cells.getFirst()), new ArrayList<>(cells.subList(1, cells.size())),
                    controlCharacters);
        }
    }

    private List<String> cells = List.of();
    private long line;
    private int length;
    private boolean controlCharacters;

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        cells = new ArrayList<>();
        length = 0;
        controlCharacters = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int fieldLength, boolean quoted) {
        length += fieldLength;
        if (index >= CsvLimits.COLUMNS) {
            throw FileProblem.of("csv-too-many-columns", line, CsvLimits.COLUMNS);
        }
        if (fieldLength > CsvLimits.FIELD) {
            throw FileProblem.of("csv-field-too-long", line, CsvLimits.FIELD);
        }
        if (length > CsvLimits.RECORD) {
            throw FileProblem.of("csv-record-too-long", line, CsvLimits.RECORD);
        }
        for (int i = offset; i < offset + fieldLength; i++) {
            char c = buffer[i];
            if (c == 0) {
                throw FileProblem.of("csv-nul", line);
            }
            controlCharacters |= c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F;
        }
        cells.add(new String(buffer, offset, fieldLength));
    }

    @Override
    protected Fields buildRecord() {
        return new Fields(line, cells, controlCharacters);
    }
}
