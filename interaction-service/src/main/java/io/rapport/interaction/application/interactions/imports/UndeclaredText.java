package io.rapport.interaction.application.interactions.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes whose character set nobody named: UTF-8 where they are that, else what Chinese programs wrote before. */
final class UndeclaredText {

    private static final Charset CHINESE = Charset.forName("GB18030");

    private UndeclaredText() {
    }

    static String of(byte[] bytes, int from, int length) {
        CharBuffer text = CharBuffer.allocate(length);
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // The last character may have been cut in the middle: that is no error.
        return decoder.decode(ByteBuffer.wrap(bytes, from, length), text, false).isError()
                ? new String(bytes, from, length, CHINESE) : text.flip().toString();
    }
}
