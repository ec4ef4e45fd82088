package io.rapport.web.json;

import io.rapport.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * What a JSON parser lets through although it is not text: bytes that are not UTF-8 and escapes of half a surrogate
 * pair. Neither can be stored or sent on faithfully.
 */
final class JsonText {

    private JsonText() {
    }

    /**
     * @throws ProblemException 400
     */
    static void check(byte[] json) {
        try {
            StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(json));
        } catch (CharacterCodingException notUtf8) {
            throw ProblemException.badRequest("json-not-utf8");
        }
        int at = 0;
        while (at < json.length) {
            if (json[at] != '\\') {
                at++;
            } else {
                at += escapeLength(json, at);
            }
        }
    }

    private static int escapeLength(byte[] json, int at) {
        int unit = escapedUnit(json, at);
        if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
            // Short and broken escapes are the parser's business.
            return unit < 0 ? 2 : 6;
        }
        boolean paired = unit <= Character.MAX_HIGH_SURROGATE
                && Character.isLowSurrogate((char) Math.max(0, escapedUnit(json, at + 6)));
        if (!paired) {
            throw ProblemException.badRequest("json-lone-surrogate", lineOf(json, at), columnOf(json, at));
        }
        return 12;
    }

    /** The UTF-16 unit that an escape with four digits stands for; -1 when there is none at this place. */
    private static int escapedUnit(byte[] json, int at) {
        if (at + 6 > json.length || json[at] != '\\' || json[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int digit = at + 2; digit < at + 6; digit++) {
            int value = Character.digit(json[digit], 16);
            if (value < 0) {
                return -1;
            }
            unit = unit * 16 + value;
        }
        return unit;
    }

    private static int lineOf(byte[] json, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += json[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static int columnOf(byte[] json, int at) {
        int column = 1;
        for (int i = at - 1; i >= 0 && json[i] != '\n'; i--) {
            column++;
        }
        return column;
    }
}
