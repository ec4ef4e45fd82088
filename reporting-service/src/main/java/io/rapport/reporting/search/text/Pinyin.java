package io.rapport.reporting.search.text;

import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How Chinese characters are pronounced, in letters without tones; {@code ü} is written {@code v} as people type it. */
public final class Pinyin {

    /** A character's rarest readings are left out: nobody types them, and every one multiplies the keys of a name. */
    private static final int MAX_READINGS = 3;

    private static final HanyuPinyinOutputFormat FORMAT = format();
    private static final ConcurrentMap<Integer, List<String>> READINGS = new ConcurrentHashMap<>();

    private Pinyin() {
    }

    /** The readings of one character, the usual one first; empty for what is not a Chinese character. */
    public static List<String> readings(int codePoint) {
        if (codePoint < 0x3400 || !Character.isBmpCodePoint(codePoint)) {
            return List.of();
        }
        return READINGS.computeIfAbsent(codePoint, Pinyin::lookUp);
    }

    private static List<String> lookUp(int codePoint) {
        try {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray((char) codePoint, FORMAT);
            return readings == null ? List.of()
                    : Arrays.stream(readings).filter(r -> !r.isEmpty()).distinct().limit(MAX_READINGS).toList();
        } catch (BadHanyuPinyinOutputFormatCombination impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HanyuPinyinOutputFormat format() {
        var format = new HanyuPinyinOutputFormat();
        format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }
}
