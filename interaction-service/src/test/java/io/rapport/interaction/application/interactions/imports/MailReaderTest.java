package io.rapport.interaction.application.interactions.imports;

import io.rapport.interaction.domain.interactions.Participant;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails as other programs write them, also wrongly. */
class MailReaderTest {

    private static final String HEADER = """
            From: =?UTF-8?B?5byg5Lyf?= <Zhang@Huawei.com>
            To: "Li, Si" <lisi@example.com>, wangwu@example.com
            Cc: undisclosed-recipients:;
            Date: Sun, 01 Mar 2026 16:00:00 +0800
            Message-ID: <1@huawei.com>
            """;

    @Test
    void whoWroteToWhomWhenAndWhatIsRead() throws IOException {
        Happening mail = read(HEADER + """
                Subject: =?GB2312?B?sai82w==?=
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                """ + Base64.getMimeEncoder().encodeToString("请看\r\n附件".getBytes(StandardCharsets.UTF_8)));

        assertThat(mail.problem()).isNull();
        assertThat(mail.messageId()).isEqualTo("<1@huawei.com>");
        assertThat(mail.time()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(mail.subject()).isEqualTo("报价");
        assertThat(mail.text()).isEqualTo("请看\n附件");
        assertThat(mail.participants()).containsExactly(
                new Participant(null, "Zhang@Huawei.com", "张伟", "FROM"),
                new Participant(null, "lisi@example.com", "Li, Si", "TO"),
                new Participant(null, "wangwu@example.com", null, "TO"));
    }

    @Test
    void whatIsAttachedIsNamedAndNotKept() throws IOException {
        Happening mail = read(HEADER + """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: multipart/alternative; boundary=c

                --c
                Content-Type: text/html

                <p>Hello <b>World</b></p>
                --c--
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7.pdf
                Content-Transfer-Encoding: base64

                AAAA
                --b
                Content-Type: text/plain; name="=?UTF-8?B?5aSH5rOoLnR4dA==?="

                not the text
                --b
                Content-Type: message/rfc822; name="old.eml"

                From: somebody@else.com
                Message-ID: <2@else.com>

                Old
                --b--
                """);

        assertThat(mail.attachments()).containsExactly("报价.pdf", "备注.txt", "old.eml");
        assertThat(mail.text()).isEqualTo("Hello World");
        assertThat(mail.messageId()).isEqualTo("<1@huawei.com>");
        assertThat(mail.participants()).hasSize(3);
    }

    @Test
    void charactersThatNobodyDeclaredAreReadAsTheyWereProbablyMeant() throws IOException {
        byte[] mail = (HEADER + "Subject: 报价单\n\n客户要求").getBytes(Charset.forName("GB18030"));
        Happening read = MailReader.read(1, new ByteArrayInputStream(mail));
        assertThat(read.subject()).isEqualTo("报价单");
        assertThat(read.text()).isEqualTo("客户要求");
        assertThat(read(HEADER + "Content-Type: text/plain; charset=x-no-such\n\n客户").text()).isEqualTo("客户");
    }

    @Test
    void fiftyMegabytesAreReadThroughWithoutBeingHeld() throws IOException {
        byte[] line = ("A".repeat(76) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        InputStream large = new InputStream() {
            private long left = 50L * 1024 * 1024;

            @Override
            public int read() {
                return left-- > 0 ? line[(int) (left % line.length)] : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int taken = (int) Math.min(Math.min(length, left), line.length);
                System.arraycopy(line, 0, target, offset, taken);
                left -= taken;
                return taken;
            }
        };
        String start = HEADER + """
                Content-Type: multipart/mixed; boundary=b

                --b

                Short
                --b
                Content-Type: application/zip; name=large.zip
                Content-Transfer-Encoding: base64

                """;
        Happening mail = MailReader.read(1, new SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), large));
        assertThat(mail.text()).isEqualTo("Short");
        assertThat(mail.attachments()).containsExactly("large.zip");
    }

    @Test
    void whatIsNoMailIsAProblemOfItsOwn() throws IOException {
        assertThat(read("\u0000\u0001\u0002").problem()).isEqualTo(FileProblem.MAIL_MALFORMED);
        assertThat(read("From: a@b.com\nDate: yesterday\n\nx").problem()).isEqualTo(FileProblem.MAIL_NO_DATE);
        assertThat(read("From: a@b.com\n\nx").problem()).isEqualTo(FileProblem.MAIL_NO_DATE);
        assertThat(read("Date: Sun, 01 Mar 2026 16:00:00 +0800\n\nx").problem()).isEqualTo(FileProblem.MAIL_NO_SENDER);
        assertThat(read(HEADER.replace("2026", "99999") + "\nx").problem()).isEqualTo(FileProblem.MAIL_NO_DATE);
        StringBuilder nested = new StringBuilder(HEADER);
        for (int i = 0; i < 40; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
        }
        assertThat(read(nested.toString()).problem()).isEqualTo(FileProblem.MAIL_TOO_DEEP);
    }

    @Test
    void aMailWithoutAnIdIsToldByWhatItSays() throws IOException {
        String without = HEADER.replaceAll("Message-ID:.*\n", "");
        assertThat(read(without + "\nx").messageId()).startsWith("sha256:")
                .isEqualTo(read(without + "\nx").messageId()).isNotEqualTo(read(without + "\ny").messageId());
    }

    @Test
    void aTextFitsWhatInteractionsHold() throws IOException {
        Happening mail = read(HEADER + "Subject: " + "x".repeat(2_000) + "\n\n" + "a\u0007b\n".repeat(20_000));
        assertThat(mail.subject()).hasSize(Clipping.SUBJECT);
        assertThat(mail.text()).hasSizeLessThanOrEqualTo(Clipping.TEXT).startsWith("a b\n");
    }

    private static Happening read(String mail) throws IOException {
        return MailReader.read(1, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }
}
