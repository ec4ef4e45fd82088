package io.rapport.interaction.application.interactions.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.interaction.domain.interactions.Participant;
import io.rapport.jobs.reading.ByteSource;
import io.rapport.jobs.reading.TableFile;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a table of a file of mails or meetings, one row for each, so that they are brought in like the rows of any other
 * file: counted beforehand, refused one by one, stopped, continued and undone.
 */
final class HappeningsTable {

    private static final long LARGEST_CALENDAR = 20L * 1024 * 1024;
    private static final int LONGEST_CELL = 32_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private HappeningsTable() {
    }

    /**
     * @throws Refusal     INVALID if nothing of the file can be read
     * @throws IOException if the upload cannot be read
     */
    static TableFile understand(ByteSource file, Clock clock) throws IOException {
        FileKind kind = FileKind.of(file);
        if (kind == FileKind.OTHER) {
            throw Refusal.of(Refusal.Kind.INVALID, "file", "file-no-mail");
        }
        return TableFile.written(csv -> {
            try (Writer text = Files.newBufferedWriter(csv, StandardCharsets.UTF_8);
                 CsvWriter out = CsvWriter.builder().build(text);
                 InputStream bytes = file.open()) {
                List<String> header = new ArrayList<>(List.of("0"));
                header.addAll(InteractionColumns.OF_FILES);
                out.writeRecord(header);
                switch (kind) {
                    case MAIL -> out.writeRecord(row(MailReader.read(1, bytes)));
                    case MAILBOX -> writeMailbox(bytes, out);
                    case CALENDAR -> writeCalendar(bytes, out, clock);
                    case OTHER -> throw new IllegalStateException("refused already");
                }
            }
        });
    }

    private static void writeMailbox(InputStream bytes, CsvWriter out) throws IOException {
        try (MailboxFile mailbox = new MailboxFile(bytes)) {
            long number = 0;
            for (InputStream mail = mailbox.next(); mail != null; mail = mailbox.next()) {
                out.writeRecord(row(MailReader.read(++number, mail)));
            }
        }
    }

    private static void writeCalendar(InputStream bytes, CsvWriter out, Clock clock) throws IOException {
        byte[] calendar = bytes.readNBytes((int) LARGEST_CALENDAR + 1);
        if (calendar.length > LARGEST_CALENDAR) {
            throw Refusal.of(Refusal.Kind.INVALID, "file", "calendar-too-large");
        }
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                new java.io.ByteArrayInputStream(calendar), StandardCharsets.UTF_8))) {
            for (Happening meeting : CalendarReader.read(text, clock.instant())) {
                out.writeRecord(row(meeting));
            }
        }
    }

    /** In the order of {@link InteractionColumns#OF_FILES}, behind the number. */
    private static List<String> row(Happening one) {
        return java.util.Arrays.asList(Long.toString(one.number()),
                one.kind().name(),
                text(one.time()),
                text(one.subject()),
                text(one.text()),
                participants(one.participants()),
                text(one.durationSeconds()),
                one.attachments().isEmpty() ? "" : JSON.writeValueAsString(one.attachments()),
                text(one.messageId()),
                one.problem() == null ? "" : one.problem().code());
    }

    /** As many as a cell may hold. */
    private static String participants(List<Participant> participants) {
        List<Participant> some = participants;
        String json = JSON.writeValueAsString(some);
        while (json.length() > LONGEST_CELL) {
            some = some.subList(0, some.size() * LONGEST_CELL / json.length());
            json = JSON.writeValueAsString(some);
        }
        return some.isEmpty() ? "" : json;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
