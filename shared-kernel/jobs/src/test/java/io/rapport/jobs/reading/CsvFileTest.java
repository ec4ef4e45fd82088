package io.rapport.jobs.reading;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CsvFileTest {

    @ParameterizedTest
    @CsvSource({
            "UTF-8, 客户名称/备注_华为/你好",
            "GB18030, 客户名称/备注_华为/𠮷野家",
            "GBK, 客戶名稱/備註_鑫淼/朱镕基",
            "x-windows-950, 客戶名稱/聯絡電話_華為公司/台灣積體電路製造",
            "windows-1252, Name/Straße_Müller/Café Größe José",
            "windows-1252, Name/Note_Ångström/déjà vu",
            "GB18030, Name/Note_张三 Company Limited/the quick brown fox and the lazy dog with a long English text",
    })
    void findsNationalEncodings(String charset, String table) throws IOException {
        String text = table.replace('/', ',').replace('_', '\n') + '\n';

        CsvFile file = CsvFile.understand(source(text.getBytes(Charset.forName(charset))));

        assertThat(file.headers()).containsExactly(table.split("_")[0].split("/"));
        assertThat(file.first().getFirst().cells()).containsExactly(table.split("_")[1].split("/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"a,b!,", "a;b!;", "a|b!|", "a，b!，"})
    void findsSeparators(String header, char separator) throws IOException {
        CsvFile file = understand(header + "\n1" + separator + "\"x, y; z | ，\"\n");

        assertThat(file.format().separator()).isEqualTo(separator);
        assertThat(file.first().getFirst().cells()).containsExactly("1", "x, y; z | ，");
    }

    @Test
    void decimalCommasDoNotHideSemicolons() throws IOException {
        assertThat(understand("Name;Amount\nA;1,50\nB;2,75\n").headers()).containsExactly("Name", "Amount");
    }

    @Test
    void oneColumnIsEnough() throws IOException {
        CsvFile file = understand("客户名称\n华为\n腾讯\n");

        assertThat(file.rows()).isEqualTo(2);
        assertThat(file.headers()).containsExactly("客户名称");
    }

    @Test
    void raggedRowsAreTheirOwnProblem() throws IOException {
        List<CsvRow> rows = understand("a,b,c\n1,2\n\n1,2,3\n1,2,3,4\n1,2,3,,\n,,\n").first();

        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 4L, 5L, 6L);
        assertThat(rows).extracting(CsvRow::problem).containsExactly(
                FieldError.of("", "row-ragged", 3, 2), null, FieldError.of("", "row-ragged", 3, 4), null);
    }

    @Test
    void unclosedQuoteNamesItsLine() {
        assertProblem("a,b\n1,2\n3,\"x\n5,6\n", "csv-quote-unclosed", "3");
        assertProblem("a,b\n3,\"" + "x,y\n".repeat(400_000), "csv-field-too-long", "2");
        assertProblem("a,b\n1,2\n\"x\"y,3\n", "csv-quote-stray", "3");
    }

    @Test
    void nulNamesItsLine() {
        assertProblem("a,b\n1,2\n3,x\0y\n", "csv-nul", "3");
        assertProblem("a,b\n1,\0x\n", "csv-nul", "2");
    }

    @Test
    void headersMustBeThereAndDiffer() {
        assertProblem("", "file-empty");
        assertProblem("\n \n,,\n", "csv-no-header");
        assertProblem("a,b, a\n1,2,3\n", "csv-duplicate-header", "1", "a");
    }

    @Test
    void columnsWithoutANameAreAllowed() throws IOException {
        CsvFile file = understand("a,,b,,\n1,2,3,,\n");

        assertThat(file.headers()).containsExactly("a", "", "b");
        assertThat(file.first().getFirst().problem()).isNull();
    }

    @Test
    void tooMuchOfEverything() {
        assertProblem("x,".repeat(2_000_000) + "\n", "csv-too-many-columns", "1", "500");
        assertProblem("a,b\n1," + "x".repeat(40_000) + "\n", "csv-field-too-long", "2", "32768");
        assertProblem("a".repeat(5_000_000), "csv-field-too-long", "1", "32768");
        String wide = "h" + ",".repeat(20) + "\n" + ("y".repeat(30_000) + ",").repeat(20) + "\n";
        assertProblem("k" + wide, "csv-record-too-long", "2", "262144");
    }

    @Test
    void otherFilesUnderAWrongName() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }
        byte[] junk = new byte[20_000];
        new Random(7).nextBytes(junk);

        assertProblem(zip.toByteArray(), "file-is-archive");
        assertProblem(junk, "file-not-text");
        assertProblem("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "file-not-text");
    }

    @Test
    void brokenUtf8BehindTheMarkIsRefused() {
        assertProblem(new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n', (byte) 0xC3}, "file-not-text");
    }

    @Test
    void millionsOfRowsNeedNoMemory() throws IOException {
        CsvFile file = CsvFile.understand(() -> new RepeatingStream("客户名称,电话\n", "华为公司,13800000001\n", 1_000_000));

        assertThat(file.rows()).isEqualTo(1_000_000);
    }

    private static CsvFile understand(String text) throws IOException {
        return CsvFile.understand(source(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ByteSource source(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static void assertProblem(String text, String code, String... firstArguments) {
        assertProblem(text.getBytes(StandardCharsets.UTF_8), code, firstArguments);
    }

    private static void assertProblem(byte[] file, String code, String... firstArguments) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> CsvFile.understand(source(file)));
        assertThat(refusal).as(code).isNotNull();
        FieldError error = refusal.errors().getFirst();
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.field()).isEqualTo("file");
        assertThat(error.arguments()).startsWith(firstArguments);
    }

    /** A header and the same row many times over, without holding them. */
    private static final class RepeatingStream extends InputStream {

        private final byte[] row;
        private byte[] current;
        private int at;
        private long left;

        RepeatingStream(String header, String row, long rows) {
            this.current = header.getBytes(StandardCharsets.UTF_8);
            this.row = row.getBytes(StandardCharsets.UTF_8);
            this.left = rows;
        }

        @Override
        public int read() {
            if (at == current.length) {
                if (left-- <= 0) {
                    return -1;
                }
                current = row;
                at = 0;
            }
            return current[at++] & 0xFF;
        }
    }
}
