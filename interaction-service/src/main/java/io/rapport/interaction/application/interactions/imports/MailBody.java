package io.rapport.interaction.application.interactions.imports;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jsoup.Jsoup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a mail says, and the names of what is attached to it. */
final class MailBody {

    private static final int MOST_BYTES = 512 * 1_024;
    private static final int MOST_ATTACHMENTS = 100;

    private final StringBuilder plain = new StringBuilder();
    private final List<String> attachments = new ArrayList<>();
    private String html;
    private String disposition;
    private String fileName;

    void startPart() {
        disposition = null;
        fileName = null;
    }

    /** One field of the header of the part at hand. */
    void addField(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        if (name.equals("content-disposition") || name.equals("content-type")) {
            RawBody body = RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), field.getBody()));
            MimeParameterMapping parameters = new MimeParameterMapping();
            body.getParams().forEach(parameter -> parameters.addParameter(parameter.getName(), parameter.getValue()));
            boolean disposed = name.equals("content-disposition");
            String named = parameters.get(disposed ? "filename" : "name");
            if (named != null && (disposed || fileName == null)) {
                fileName = Clipping.line(DecoderUtil.decodeEncodedWords(named, DecodeMonitor.SILENT),
                        Clipping.FILE_NAME);
            }
            if (disposed) {
                disposition = body.getValue();
            }
        }
    }

    /** The content of the part at hand; more of it than is wanted is passed over. */
    void add(BodyDescriptor part, InputStream content) throws IOException, MimeException {
        String type = part.getMimeType() == null ? "text/plain" : part.getMimeType().toLowerCase(Locale.ROOT);
        boolean attached = fileName != null || "attachment".equalsIgnoreCase(disposition);
        if (!attached && type.equals("text/plain") && plain.length() < Clipping.TEXT) {
            plain.append(plain.isEmpty() ? "" : "\n\n").append(text(part, content));
        } else if (!attached && type.equals("text/html") && html == null) {
            html = text(part, content);
        } else if (fileName != null && attachments.size() < MOST_ATTACHMENTS) {
            attachments.add(fileName);
        }
    }

    /** Null where it says nothing. */
    String text() {
        String said = Clipping.lines(plain.toString(), Clipping.TEXT);
        return said != null || html == null ? said : Clipping.lines(Jsoup.parse(html).wholeText()
                .replaceAll("[ \\t\\u00A0]+", " ").replaceAll("\\s*\\n\\s*\\n\\s*", "\n\n"), Clipping.TEXT);
    }

    List<String> attachments() {
        return attachments;
    }

    private static String text(BodyDescriptor part, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES);
        Charset declared = charset(part.getCharset());
        return declared == null ? UndeclaredText.of(bytes, 0, bytes.length) : new String(bytes, declared);
    }

    /** Null where none is named that is known, or ASCII, which says nothing: what else is written as ASCII shows it. */
    private static Charset charset(String name) {
        try {
            Charset named = name == null ? StandardCharsets.US_ASCII : Charset.forName(name.strip());
            boolean chinese = named.name().equals("GB2312") || named.name().equals("GBK");
            return named.equals(StandardCharsets.US_ASCII) || named.equals(StandardCharsets.UTF_8) ? null
                    : chinese ? Charset.forName("GB18030") : named;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
