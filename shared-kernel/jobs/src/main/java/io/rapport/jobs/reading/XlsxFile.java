package io.rapport.jobs.reading;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.rapport.contracts.refusal.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies the first visible sheet of an Excel workbook, as a person sees it, into a CSV file: every run of the job then
 * reads rows in the one way, and goes on in the middle without unpacking the workbook again. The first field of each
 * record is the number of the row in the sheet.
 */
final class XlsxFile {

    static final CsvFormat FORMAT = new CsvFormat(new Encoding(StandardCharsets.UTF_8, 0), ',', true);

    private record Relation(String type, String target) {
    }

    private final XlsxPackage workbook;
    private String sheetName;
    private String sheetId;
    private boolean since1904;

    private XlsxFile(XlsxPackage workbook) {
        this.workbook = workbook;
    }

    /**
     * @param folder an empty one, for the files that are needed meanwhile
     * @param csv    what to write
     * @return name of the sheet
     * @throws Refusal if the file is no workbook that can be imported
     */
    static String copy(ByteSource source, Path folder, Path csv) throws IOException {
        Path file = folder.resolve("workbook");
        try (InputStream bytes = source.open()) {
            Files.copy(bytes, file);
        }
        try (XlsxPackage workbook = XlsxPackage.open(file)) {
            return new XlsxFile(workbook).copy(folder, csv);
        } catch (java.util.zip.ZipException | java.io.EOFException damaged) {
            throw FileProblem.of("workbook-damaged");
        }
    }

    private String copy(Path folder, Path csv) throws IOException {
        String main = relations("", "").values().stream()
                .filter(relation -> relation.type().endsWith("/officeDocument"))
                .map(Relation::target).findFirst().orElseThrow(() -> FileProblem.of("workbook-damaged"));
        readMain(main);
        int slash = main.lastIndexOf('/') + 1;
        Map<String, Relation> relations = relations(main.substring(0, slash), main.substring(slash));
        Relation sheet = relations.get(sheetId);
        if (sheet == null || !sheet.type().endsWith("/worksheet")) {
            throw FileProblem.of("workbook-no-sheet");
        }
        XlsxStyles styles = XlsxStyles.read(workbook, part(relations, "/styles"), since1904);
        try (XlsxStrings strings = XlsxStrings.read(workbook, part(relations, "/sharedStrings"), folder);
             XlsxSheet rows = new XlsxSheet(XlsxXml.open(workbook, sheet.target()), strings, styles);
             Writer text = Files.newBufferedWriter(csv, StandardCharsets.UTF_8);
             CsvWriter out = CsvWriter.builder().build(text)) {
            write(rows, out);
        }
        return sheetName;
    }

    private static void write(XlsxSheet rows, CsvWriter out) throws IOException {
        int width = 0;
        for (XlsxSheet.Row row = rows.next(); row != null; row = rows.next()) {
            // The first row is the header. A sheet has no short rows: what is not there is blank.
            width = width == 0 ? row.cells().size() : width;
            List<String> fields = new ArrayList<>(width + 1);
            fields.add(Long.toString(row.number()));
            fields.addAll(row.cells());
            while (fields.size() <= width) {
                fields.add("");
            }
            out.writeRecord(fields);
        }
    }

    private void readMain(String part) throws IOException {
        try (XlsxXml xml = XlsxXml.open(workbook, part)) {
            while (xml.nextStart()) {
                if (xml.starts("workbookPr")) {
                    String date1904 = xml.attribute("date1904");
                    since1904 = "1".equals(date1904) || "true".equals(date1904);
                } else if (xml.starts("sheet") && sheetId == null && visible(xml.attribute("state"))) {
                    sheetId = xml.qualifiedAttribute("id");
                    sheetName = xml.attribute("name");
                }
            }
        }
    }

    private static boolean visible(String state) {
        return state == null || state.equals("visible");
    }

    private static String part(Map<String, Relation> relations, String type) {
        return relations.values().stream().filter(relation -> relation.type().endsWith(type))
                .map(Relation::target).findFirst().orElse(null);
    }

    /** What a part refers to, by id; targets as names of parts. */
    private Map<String, Relation> relations(String folder, String part) throws IOException {
        Map<String, Relation> relations = new HashMap<>();
        try (XlsxXml xml = XlsxXml.open(workbook, folder + "_rels/" + part + ".rels")) {
            while (xml.nextStart()) {
                if (xml.starts("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
                    String target = String.valueOf(xml.attribute("Target"));
                    relations.put(xml.attribute("Id"), new Relation(String.valueOf(xml.attribute("Type")),
                            target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return relations;
    }
}
