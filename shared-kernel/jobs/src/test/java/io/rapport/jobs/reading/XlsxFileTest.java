package io.rapport.jobs.reading;

import io.rapport.contracts.refusal.Refusal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class XlsxFileTest {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** A small workbook, part by part, to be spoilt. */
    private final Map<String, String> parts = new LinkedHashMap<>();

    @BeforeEach
    void aWorkbook() {
        parts.put("[Content_Types].xml", XML + "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        parts.put("_rels/.rels", XML + "<Relationships><Relationship Id=\"rId1\" Type=\"" + RELATION
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put("xl/workbook.xml", XML + "<workbook xmlns:r=\"" + RELATION + "\"><workbookPr date1904=\"0\"/><sheets>"
                + "<sheet name=\"hidden\" sheetId=\"7\" state=\"hidden\" r:id=\"rId9\"/>"
                + "<sheet name=\"客户\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", XML + "<Relationships>"
                + "<Relationship Id=\"rId1\" Type=\"" + RELATION + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"rId2\" Type=\"" + RELATION + "/styles\" Target=\"/xl/styles.xml\"/>"
                + "<Relationship Id=\"rId3\" Type=\"" + RELATION + "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                + "</Relationships>");
        parts.put("xl/styles.xml", XML + "<styleSheet><numFmts>"
                + "<numFmt numFmtId=\"164\" formatCode=\"000\"/><numFmt numFmtId=\"165\" formatCode=\"[Red]0.00&quot;d&quot;\"/>"
                + "<numFmt numFmtId=\"166\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts>"
                + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>"
                + "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"31\"/><xf numFmtId=\"20\"/>"
                + "<xf numFmtId=\"9\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>");
        parts.put("xl/sharedStrings.xml", XML + "<sst><si><t>客户名称</t></si>"
                + "<si><r><t>华</t></r><r><t xml:space=\"preserve\">为 </t></r><rPh sb=\"0\" eb=\"1\"><t>hua</t></rPh></si></sst>");
        sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c></row>");
    }

    @Test
    void readsTheFirstVisibleSheetAndKeepsItsLines() throws IOException {
        try (TableFile file = TableFile.understand(source(zipped()))) {
            assertThat(file.sheet()).isEqualTo("客户");
            assertThat(file.headers()).containsExactly("客户名称");
            assertThat(file.csv().first()).containsExactly(new CsvRow(3, List.of("华为 "), null));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<c r='A2' s='1'><v>7</v></c>|007",
            "<c r='A2'><v>13800000001</v></c>|13800000001",
            "<c r='A2'><v>1.3800000001E10</v></c>|13800000001",
            "<c r='A2'><v>110105194912310021</v></c>|110105194912310021",
            "<c r='A2'><v>50000.100000000006</v></c>|50000.1",
            "<c r='A2'><v>-0.5</v></c>|-0.5",
            "<c r='A2' s='2'><v>45688</v></c>|45688",
            "<c r='A2' s='3'><v>45688</v></c>|2025-01-31",
            "<c r='A2' s='4'><v>45688.75</v></c>|2025-01-31 18:00:00",
            "<c r='A2' s='7'><v>45688.999999</v></c>|2025-02-01",
            "<c r='A2' s='3'><v>1</v></c>|1900-01-01",
            "<c r='A2' s='3'><v>61</v></c>|1900-03-01",
            "<c r='A2' s='3'><v>-1</v></c>|-1",
            "<c r='A2' s='5'><v>0.5</v></c>|12:00:00",
            "<c r='A2' s='6'><v>0.07</v></c>|7%",
            "<c r='A2' t='b'><v>1</v></c>|TRUE",
            "<c r='A2' t='b'><v>0</v></c>|FALSE",
            "<c r='A2' t='d'><v>2025-01-31T00:00:00</v></c>|2025-01-31",
            "<c r='A2' t='str'><f>A1&amp;\"x\"</f><v>客户名称x_x0041_y</v></c>|客户名称xAy",
            "<c r='A2'><f t='shared' si='0'/><v>3</v></c>|3",
            "<c r='A2' t='inlineStr'><is><t>001</t></is></c>|001",
            "<c t='inlineStr'><is><t>no reference</t></is></c>|no reference",
    })
    void readsCellsAsTheyAreShown(String cell, String text) throws IOException {
        sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\">" + cell.replace('\'', '"') + "</row>");

        assertThat(cells()).containsExactly(List.of(text));
    }

    @Test
    void daysOfOldMacsCountFrom1904() throws IOException {
        parts.compute("xl/workbook.xml", (_, xml) -> xml.replace("date1904=\"0\"", "date1904=\"1\""));
        sheet("<row><c t=\"s\"><v>0</v></c></row><row><c s=\"3\"><v>44226</v></c></row>");

        assertThat(cells()).containsExactly(List.of("2025-01-31"));
    }

    @Test
    void formulaErrorsRefuseTheirRow() throws IOException {
        sheet("<row><c t=\"s\"><v>0</v></c></row><row><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>");

        try (TableFile file = TableFile.understand(source(zipped()))) {
            assertThat(file.csv().first().getFirst().problem().code()).isEqualTo("row-formula-error");
        }
    }

    @Test
    void readsWhatAWriterOfWorkbooksWrote() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Rapport", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            List<String> headers = List.of("编号", "名称", "金额", "日期", "时间", "是否");
            for (int column = 0; column < headers.size(); column++) {
                sheet.value(0, column, headers.get(column));
            }
            sheet.value(1, 0, "001");
            sheet.value(1, 1, " 华为 & <co> ");
            sheet.value(1, 2, new BigDecimal("50000.10"));
            sheet.value(1, 3, LocalDate.of(2025, 1, 31));
            sheet.style(1, 3).format("yyyy-MM-dd").set();
            sheet.value(1, 4, LocalDateTime.of(2025, 1, 31, 9, 30));
            sheet.style(1, 4).format("yyyy/m/d h:mm").set();
            sheet.value(1, 5, true);
        }

        try (TableFile file = TableFile.understand(source(bytes.toByteArray()))) {
            assertThat(file.csv().first().getFirst().cells()).containsExactly("001", " 华为 & <co> ", "50000.1",
                    "2025-01-31", "2025-01-31 09:30:00", "TRUE");
        }
    }

    @Test
    void refusesMacros() throws IOException {
        parts.put("xl/vbaProject.bin", "x");
        assertProblem("workbook-macros");

        parts.remove("xl/vbaProject.bin");
        parts.compute("[Content_Types].xml", (_, xml) -> xml.replace(
                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "vnd.ms-excel.sheet.macroEnabled.main"));
        assertProblem("workbook-macros");
    }

    @ParameterizedTest
    @CsvSource({"xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml",
            "[Content_Types].xml", "xl/_rels/workbook.xml.rels"})
    void refusesDocumentTypesWhereverTheyStand(String part) throws IOException {
        parts.compute(part, (_, xml) -> xml.replace(XML,
                XML + "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\"><!ENTITY f \"ha\">]>"));

        assertProblem("workbook-entities");
    }

    @Test
    void refusesBombs() throws IOException {
        String row = "<row><c t=\"s\"><v>0</v></c></row>";
        sheet(row.repeat(3_000_000));
        assertProblem("workbook-bomb");

        sheet("<row><c t=\"inlineStr\"><is><t>" + "x".repeat(4_000_000) + "</t></is></c></row>");
        assertProblem("workbook-bomb");

        sheet("<row x=\"" + "x".repeat(4_000_000) + "\"></row>");
        assertProblem("workbook-bomb");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<row r='2'/><row r='1'/>|workbook-damaged",
            "<row r='-5'/>|workbook-damaged",
            "<row r='x'/>|workbook-damaged",
            "<row><c r='ZZZZZZ1'><v>1</v></c></row>|workbook-damaged",
            "<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>|workbook-damaged",
            "<row><c r='XFD1'><v>1</v></c></row>|csv-too-many-columns",
            "<row><c t='s'><v>2</v></c></row>|workbook-damaged",
            "<row><c t='s'><v>-1</v></c></row>|workbook-damaged",
            "<row><c><v>1E999999999</v></c></row>|workbook-damaged",
            "<row><c><v>ten</v></c></row>|workbook-damaged",
            "<row><c t='q'><v>1</v></c></row>|workbook-damaged",
            "<row><c s='x'><v>1</v></c></row>|workbook-damaged",
            "<row><c>|workbook-damaged",
            "<row><c t='inlineStr'><is><t>a_x0000_b</t></is></c></row>|csv-nul",
    })
    void refusesDamagedSheets(String rows, String code) throws IOException {
        sheet(rows.replace('\'', '"'));

        assertProblem(code);
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        sheet("");
        assertProblem("csv-no-header");

        parts.remove("xl/worksheets/sheet1.xml");
        assertProblem("workbook-damaged");

        byte[] whole = zipped();
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertProblem(half, "workbook-damaged");

        parts.remove("[Content_Types].xml");
        assertProblem("file-is-archive");
    }

    @Test
    void tellsProtectedFromOldWorkbooks() {
        byte[] compound = new byte[200_000];
        System.arraycopy(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, compound, 0, 4);
        assertProblem(compound, "workbook-old");

        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, compound, (1 << 16) - 7, name.length);
        assertProblem(compound, "workbook-encrypted");
    }

    @Test
    void leavesNoFilesBehind() throws IOException {
        long before = tables();
        TableFile.understand(source(zipped())).close();
        parts.put("xl/vbaProject.bin", "x");
        assertProblem("workbook-macros");

        assertThat(tables()).isEqualTo(before);
    }

    private static long tables() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("rapport-table")).count();
        }
    }

    private void sheet(String rows) {
        parts.put("xl/worksheets/sheet1.xml", XML + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private List<List<String>> cells() throws IOException {
        try (TableFile file = TableFile.understand(source(zipped()))) {
            return file.csv().first().stream().map(CsvRow::cells).collect(Collectors.toList());
        }
    }

    private byte[] zipped() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                entries.putNextEntry(new ZipEntry(part.getKey()));
                entries.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip.toByteArray();
    }

    private void assertProblem(String code) throws IOException {
        assertProblem(zipped(), code);
    }

    private static void assertProblem(byte[] file, String code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> TableFile.understand(source(file)).close());
        assertThat(refusal).as(code).isNotNull();
        assertThat(refusal.errors().getFirst().code()).isEqualTo(code);
    }

    private static ByteSource source(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
