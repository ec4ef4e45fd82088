package io.rapport.reporting.search.text;

import java.util.HexFormat;

/** Keys of numbers that compare as text as the numbers do, negative ones too. */
public final class NumberKeys {

    private static final HexFormat HEX = HexFormat.of();

    private NumberKeys() {
    }

    /** Sixteen hexadecimal digits; the two zeros are one number. */
    public static String of(double number) {
        long bits = Double.doubleToLongBits(number == 0 ? 0 : number);
        // As unsigned numbers, the bits of positive doubles are in order already; those of negative ones backwards.
        return HEX.toHexDigits(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }
}
