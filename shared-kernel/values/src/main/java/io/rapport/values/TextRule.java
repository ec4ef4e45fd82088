package io.rapport.values;

/**
 * What a free text may hold. Length counts characters as people do (code points), not UTF-16 units.
 *
 * @param maxLength greatest number of code points
 * @param multiline whether line breaks and tabs are allowed
 */
public record TextRule(int maxLength, boolean multiline) {

    /** A text of one line. */
    public static TextRule line(int maxLength) {
        return new TextRule(maxLength, false);
    }

    /** A text that may have several lines. */
    public static TextRule lines(int maxLength) {
        return new TextRule(maxLength, true);
    }

    /**
     * Adds {@code text-malformed} (an unpaired surrogate: not text at all), {@code control-character} or
     * {@code too-long} (argument: the limit) where the value breaks the rule.
     *
     * @param value null passes
     */
    public void check(String field, String value, FieldErrors errors) {
        if (value == null) {
            return;
        }
        if (hasLoneSurrogate(value)) {
            errors.add(field, "text-malformed");
        } else if (value.codePoints().anyMatch(this::isForbidden)) {
            errors.add(field, "control-character");
        }
        if (value.codePointCount(0, value.length()) > maxLength) {
            errors.add(field, "too-long", maxLength);
        }
    }

    /** As {@link #check}, and adds {@code required} where there is no text but space. */
    public void checkGiven(String field, String value, FieldErrors errors) {
        if (value == null || value.isBlank()) {
            errors.add(field, "required");
        } else {
            check(field, value, errors);
        }
    }

    private boolean isForbidden(int codePoint) {
        if (multiline && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t')) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || isNonCharacter(codePoint);
    }

    private static boolean isNonCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
    }

    private static boolean hasLoneSurrogate(String value) {
        return value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
