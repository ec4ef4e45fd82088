package io.rapport.reporting.export;

import io.rapport.contracts.Money;
import io.rapport.reporting.export.TableFile.Cell;
import io.rapport.reporting.export.TableFile.Header;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class XlsxFileTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void whatDoesNotFitOnASheetGoesOnOnTheNext() throws IOException {
        XlsxFile file = new XlsxFile(bytes, "客户", 1_001);
        file.header(List.of(new Header("编号", false)));
        for (int i = 0; i < 2_500; i++) {
            file.row(List.of(new Cell.Text("N" + i)));
        }
        file.end();

        try (ReadableWorkbook workbook = read()) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("客户", "客户 2", "客户 3");
            int next = 0;
            for (Sheet sheet : sheets) {
                List<Row> rows = sheet.read();
                assertThat(rows.getFirst().getCellText(0)).isEqualTo("编号");
                for (Row row : rows.subList(1, rows.size())) {
                    assertThat(row.getCellText(0)).isEqualTo("N" + next++);
                }
            }
            assertThat(next).isEqualTo(2_500);
        }
    }

    @Test
    void whatASpreadsheetCannotHoldIsAText() throws IOException {
        XlsxFile file = new XlsxFile(bytes, "t");
        file.header(List.of(new Header("a", false), new Header("b", false), new Header("c", false)));
        file.row(List.of(new Cell.Day(LocalDate.of(1850, 1, 2)),
                new Cell.Amount(new Money(new BigDecimal("123456789012345678.90"), "CNY")),
                new Cell.Text("长".repeat(40_000) + "\u0001<&>")));
        file.end();

        try (ReadableWorkbook workbook = read()) {
            Row row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCellText(0)).isEqualTo("1850-01-02");
            assertThat(row.getCellText(1)).isEqualTo("123456789012345678.90 CNY");
            assertThat(row.getCellText(2)).hasSize(32_767).endsWith("…");
        }
    }

    private ReadableWorkbook read() throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
