package io.rapport.interaction.application.interactions.imports;

import io.rapport.interaction.domain.interactions.InteractionKind;
import io.rapport.interaction.domain.interactions.Participant;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Reads a mail from a stream: never more than a header and a piece of its text is held, however large what is attached
 * to it. What other programs write wrong is read as it was probably meant; what cannot be told is a problem of this
 * one message.
 */
final class MailReader {

    private static final int MOST_PARTS_WITHIN = 30;
    private static final MimeConfig LENIENT = MimeConfig.custom().setStrictParsing(false).setMaxLineLen(-1)
            .setMaxHeaderLen(100_000).setMaxHeaderCount(2_000).setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(false).build();

    private MailReader() {
    }

    /**
     * @param number place of the message in its file
     * @throws IOException if the file cannot be read any further
     */
    static Happening read(long number, InputStream bytes) throws IOException {
        MailHeader header = new MailHeader();
        MailBody body = new MailBody();
        try {
            MimeTokenStream tokens = new MimeTokenStream(LENIENT);
            tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
            tokens.parse(bytes);
            if (!read(tokens, header, body)) {
                return refused(number, header, FileProblem.MAIL_TOO_DEEP);
            }
        } catch (MimeException malformed) {
            return refused(number, header, FileProblem.MAIL_MALFORMED);
        }
        return happening(number, header, body);
    }

    /** Whether it could be read to its end. */
    private static boolean read(MimeTokenStream tokens, MailHeader header, MailBody body)
            throws IOException, MimeException {
        int within = 0;
        boolean ofMessage = true;
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_FIELD -> {
                    Field field = tokens.getField();
                    if (ofMessage) {
                        header.add(field);
                    }
                    body.addField(field);
                }
                case T_START_HEADER -> body.startPart();
                case T_END_HEADER -> ofMessage = false;
                case T_START_MULTIPART -> {
                    if (++within > MOST_PARTS_WITHIN) {
                        return false;
                    }
                }
                case T_END_MULTIPART -> within--;
                case T_BODY -> body.add(tokens.getBodyDescriptor(), tokens.getDecodedInputStream());
                default -> { }
            }
        }
        return true;
    }

    private static Happening happening(long number, MailHeader header, MailBody body) {
        if (header.isEmpty()) {
            return refused(number, header, FileProblem.MAIL_MALFORMED);
        }
        Instant time = header.date();
        if (time == null) {
            return refused(number, header, FileProblem.MAIL_NO_DATE);
        }
        List<Participant> people = header.participants();
        if (people.stream().noneMatch(person -> "FROM".equals(person.role()))) {
            return refused(number, header, FileProblem.MAIL_NO_SENDER);
        }
        String text = body.text();
        String messageId = header.messageId() != null ? header.messageId()
                : digest(time, people, header.subject(), text);
        return new Happening(number, messageId, InteractionKind.EMAIL, time, null, header.subject(), text, people,
                body.attachments(), null);
    }

    private static Happening refused(long number, MailHeader header, FileProblem problem) {
        return Happening.refused(number, header.messageId(), InteractionKind.EMAIL, header.subject(), problem);
    }

    /** A mail without an id is told from others by all that it says. */
    private static String digest(Instant time, List<Participant> people, String subject, String text) {
        List<String> said = new ArrayList<>(List.of(time.toString(), String.valueOf(subject), String.valueOf(text)));
        people.forEach(person -> said.add(person.role() + ' ' + person.address()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", said).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
