package io.rapport.interaction.application.interactions.imports;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxFileTest {

    private static final String SEPARATOR = "From zhang@huawei.com Sun Mar  1 08:00:00 2026\n";

    @Test
    void eachMessageIsAStreamOfItsOwn() throws IOException {
        assertThat(messages(SEPARATOR + "A: 1\n\nFrom here to there\n>From quoted\n>>From twice\n\n" + SEPARATOR
                + "B: 2\r\n\r\nx\r\n\r\n" + SEPARATOR.replace("\n", "\r\n") + "C: 3"))
                .containsExactly("A: 1\n\nFrom here to there\nFrom quoted\n>From twice\n\n", "B: 2\r\n\r\nx\r\n\r\n",
                        "C: 3");
    }

    @Test
    void aLineThatNeverEndsIsPassedOnInPieces() throws IOException {
        assertThat(messages(SEPARATOR + "x".repeat(200_000) + "\n\n" + SEPARATOR + "y"))
                .containsExactly("x".repeat(200_000) + "\n\n", "y");
    }

    @Test
    void whatWasNotReadOfAMessageIsNotTheNextOne() throws IOException {
        try (MailboxFile file = open(SEPARATOR + "A: 1\nB: 2\n\n" + SEPARATOR + "C: 3")) {
            assertThat(file.next().read()).isEqualTo('A');
            assertThat(new String(file.next().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("C: 3");
            assertThat(file.next()).isNull();
        }
    }

    @Test
    void nothingIsInAnEmptyFile() throws IOException {
        assertThat(messages("")).isEmpty();
        assertThat(messages("no mailbox at all")).isEmpty();
        assertThat(messages(SEPARATOR)).containsExactly("");
    }

    private static MailboxFile open(String text) {
        return new MailboxFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> messages(String text) throws IOException {
        List<String> messages = new ArrayList<>();
        try (MailboxFile file = open(text)) {
            for (InputStream message = file.next(); message != null; message = file.next()) {
                messages.add(new String(message.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return messages;
    }
}
