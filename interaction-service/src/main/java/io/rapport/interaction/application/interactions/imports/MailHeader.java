package io.rapport.interaction.application.interactions.imports;

import io.rapport.interaction.domain.interactions.Participant;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteSequence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the header of a mail says: who, to whom, when, about what. */
final class MailHeader {

    private static final int MOST_PEOPLE = 200;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Map<String, String> ROLES = Map.of("from", "FROM", "to", "TO", "cc", "CC", "bcc", "BCC");

    private final Map<String, Participant> people = new LinkedHashMap<>();
    private String messageId;
    private String subject;
    private Instant date;
    private boolean empty = true;

    void add(Field field) {
        empty = false;
        String name = field.getName().toLowerCase(Locale.ROOT);
        switch (name) {
            case "message-id" -> messageId = messageId == null
                    ? Clipping.line(text(field), Clipping.MESSAGE_ID) : messageId;
            case "subject" -> subject = subject == null
                    ? Clipping.line(decoded(text(field)), Clipping.SUBJECT) : subject;
            case "date" -> date = date == null ? date(field) : date;
            case "from", "to", "cc", "bcc" -> addPeople(ROLES.get(name), text(field));
            default -> { }
        }
    }

    boolean isEmpty() {
        return empty;
    }

    String messageId() {
        return messageId;
    }

    String subject() {
        return subject;
    }

    /** Null where none was given that interactions may have. */
    Instant date() {
        return date == null || date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : date;
    }

    List<Participant> participants() {
        return new ArrayList<>(people.values());
    }

    private void addPeople(String role, String addresses) {
        for (Mailbox mailbox : LenientAddressParser.DEFAULT.parseAddressList(addresses).flatten()) {
            String address = Clipping.line(mailbox.getAddress(), Clipping.ADDRESS);
            if (address != null && address.indexOf('@') > 0 && people.size() < MOST_PEOPLE) {
                people.putIfAbsent(address.toLowerCase(Locale.ROOT), new Participant(null, address,
                        Clipping.line(decoded(mailbox.getName()), Clipping.NAME), role));
            }
        }
    }

    private static Instant date(Field field) {
        Date parsed = DateTimeFieldLenientImpl.PARSER.parse(new RawField("Date", field.getBody()), DecodeMonitor.SILENT)
                .getDate();
        return parsed == null ? null : parsed.toInstant();
    }

    private static String decoded(String text) {
        return text == null ? null : DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
    }

    /** Old programs write other characters than ASCII as they are: as UTF-8, or as Chinese ones were written. */
    private static String text(Field field) {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            return field.getBody();
        }
        byte[] bytes = raw.toByteArray();
        int colon = 0;
        while (colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        int from = Math.min(bytes.length, colon + 1);
        String unfolded = UndeclaredText.of(bytes, from, bytes.length - from).replaceAll("\\r?\\n(?=[ \\t])", "");
        return unfolded.strip();
    }
}
