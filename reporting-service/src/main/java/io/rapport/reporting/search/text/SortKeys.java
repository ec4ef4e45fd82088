package io.rapport.reporting.search.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;

import java.util.Arrays;
import java.util.HexFormat;

/** Keys that sort as a reader of Chinese expects when compared as plain text: by pinyin, numbers by their value. */
public final class SortKeys {

    /** Bytes of a key that are kept: about thirty characters; longer texts that differ only behind them sort as equal. */
    private static final int MAX_BYTES = 96;

    private static final Collator BY_PINYIN = collator();

    private SortKeys() {
    }

    /** The key of a text, in hexadecimal digits. */
    public static String of(String text) {
        byte[] key = BY_PINYIN.getCollationKey(text).toByteArray();
        return HexFormat.of().formatHex(key.length <= MAX_BYTES ? key : Arrays.copyOf(key, MAX_BYTES));
    }

    private static Collator collator() {
        var collator = (RuleBasedCollator) Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin"));
        collator.setNumericCollation(true);
        collator.setStrength(Collator.TERTIARY);
        return collator.freeze();
    }
}
