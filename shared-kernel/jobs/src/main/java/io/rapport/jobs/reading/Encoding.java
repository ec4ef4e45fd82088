package io.rapport.jobs.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * How the bytes of a file become characters.
 *
 * @param charset    the character set
 * @param markLength bytes of the byte order mark in front, 0 when there is none
 */
public record Encoding(Charset charset, int markLength) {

    /** Characters of the source, after the mark. Malformed bytes throw, they are never replaced. */
    Reader reader(ByteSource source) throws IOException {
        InputStream bytes = source.open();
        try {
            bytes.skipNBytes(markLength);
            return new InputStreamReader(bytes, charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException failed) {
            bytes.close();
            throw failed;
        }
    }
}
