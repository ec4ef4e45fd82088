package io.rapport.jobs.reading;

import io.rapport.contracts.refusal.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** The same table in any encoding, with any separator, quoting and line end, or as a workbook, gives the same rows. */
class TableReadingProperties {

    private static final List<String> HEADERS = List.of("客户编号", "客户名称", "联系人姓名", "备注");

    record Form(String charset, byte[] mark, char separator, boolean quoteAll, String lineEnd) {

        @Override
        public String toString() {
            return charset + '/' + mark.length + "/'" + separator + "' " + quoteAll + ' ' + lineEnd.length();
        }
    }

    @Property(tries = 300)
    void sameRows(@ForAll("tables") List<List<String>> table, @ForAll("forms") Form form) throws IOException {
        ByteSource file = written(table, form);

        assertRows(table, file);
    }

    @Property(tries = 100)
    void sameRowsFromAWorkbook(@ForAll("tables") List<List<String>> table) throws IOException {
        byte[] workbook = workbook(table);

        assertRows(table, () -> new ByteArrayInputStream(workbook));
    }

    private static byte[] workbook(List<List<String>> table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Tables", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("客户");
            for (int column = 0; column < HEADERS.size(); column++) {
                sheet.value(0, column, HEADERS.get(column));
                for (int row = 0; row < table.size(); row++) {
                    sheet.value(row + 1, column, table.get(row).get(column));
                }
            }
        }
        return bytes.toByteArray();
    }

    @Property(tries = 300)
    void aWorkbookWithADamagedPartIsReadOrRefused(@ForAll("tables") List<List<String>> table, @ForAll Random random)
            throws IOException {
        Map<String, byte[]> parts = parts(workbook(table));
        byte[] victim = parts.values().stream().skip(random.nextInt(parts.size())).findFirst().orElseThrow();
        for (int i = 0; i <= random.nextInt(5); i++) {
            victim[random.nextInt(victim.length)] = (byte) (random.nextBoolean() ? random.nextInt(256)
                    : "<>/\"0919AZrst &;".charAt(random.nextInt(16)));
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                entries.putNextEntry(new ZipEntry(part.getKey()));
                entries.write(part.getValue());
            }
        }

        try (TableFile read = TableFile.understand(() -> new ByteArrayInputStream(zip.toByteArray()))) {
            assertThat(read.csv().rows()).isNotNegative();
        } catch (Refusal refusal) {
            assertThat(refusal.errors()).allMatch(error -> error.field().equals("file"));
        }
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("workbook", null);
        try {
            Files.write(file, workbook);
            Map<String, byte[]> parts = new LinkedHashMap<>();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(zip.entries())) {
                    parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
                }
            }
            return parts;
        } finally {
            Files.delete(file);
        }
    }

    private static void assertRows(List<List<String>> table, ByteSource file) throws IOException {
        try (TableFile understood = TableFile.understand(file)) {
            List<List<String>> read = new ArrayList<>();
            CsvFormat format = CsvFormat.parse(understood.csv().format().toString());
            try (CsvRows rows = CsvRows.open(understood.content(), format)) {
                rows.forEachRemaining(row -> {
                    assertThat(row.problem()).isNull();
                    read.add(row.cells());
                });
            }
            assertThat(understood.headers()).isEqualTo(HEADERS);
            assertThat(read).isEqualTo(table);
            assertThat(understood.csv().rows()).isEqualTo(table.size());
        }
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> text = Arbitraries.of("华", "为", "公", "司", "腾", "讯", "百", "度", "北", "京", "客", "户",
                        "a", "B", "7", " ", ",", ";", "\t", "|", "\"", "\n", "，", "“")
                .list().ofMaxSize(12).map(parts -> String.join("", parts));
        Arbitrary<String> number = Arbitraries.integers().between(0, 999).map("%03d"::formatted);
        return number.flatMap(first -> text.list().ofSize(3).map(rest -> {
            List<String> row = new ArrayList<>(List.of(first));
            row.addAll(rest);
            return List.copyOf(row);
        })).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<Form> forms() {
        Arbitrary<Object[]> encodings = Arbitraries.of(
                new Object[]{"UTF-8", new byte[0]},
                new Object[]{"UTF-8", new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}},
                new Object[]{"UTF-16LE", new byte[]{(byte) 0xFF, (byte) 0xFE}},
                new Object[]{"UTF-16BE", new byte[]{(byte) 0xFE, (byte) 0xFF}},
                new Object[]{"UTF-16LE", new byte[0]},
                new Object[]{"UTF-16BE", new byte[0]},
                new Object[]{"GB18030", new byte[0]},
                new Object[]{"GBK", new byte[0]});
        return encodings.flatMap(encoding -> Arbitraries.of(',', ';', '\t', '|').flatMap(separator ->
                Arbitraries.of(true, false).flatMap(quoteAll -> Arbitraries.of("\n", "\r\n").map(lineEnd ->
                        new Form((String) encoding[0], (byte[]) encoding[1], separator, quoteAll, lineEnd)))));
    }

    private static ByteSource written(List<List<String>> table, Form form) {
        StringBuilder text = new StringBuilder();
        List<List<String>> all = new ArrayList<>(List.of(HEADERS));
        all.addAll(table);
        for (List<String> row : all) {
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                boolean quote = form.quoteAll() || cell.indexOf(form.separator()) >= 0 || cell.contains("\"")
                        || cell.contains("\n");
                text.append(i == 0 ? "" : form.separator())
                        .append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            text.append(form.lineEnd());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(form.mark());
        bytes.writeBytes(text.toString().getBytes(Charset.forName(form.charset())));
        return () -> new ByteArrayInputStream(bytes.toByteArray());
    }
}
