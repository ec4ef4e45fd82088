package io.rapport.reporting.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a name may be typed without Chinese characters: in full pinyin or by initials, from any of its syllables on;
 * {@code 华为cloud} gives {@code huaweicloud}, {@code weicloud}, {@code cloud}, {@code hwc}, {@code wc}, {@code c}.
 * Characters with several readings give several keys, up to a bound.
 */
final class SoundKeys {

    /** Syllables in one key: whoever types more has found the name long before. */
    private static final int MAX_SYLLABLES = 8;

    /** Spellings of one key: where a name has more, its later characters keep their usual reading only. */
    private static final int MAX_SPELLINGS = 8;

    private static final int MAX_LENGTH = 48;

    private final List<List<String>> syllables = new ArrayList<>();

    SoundKeys(String folded) {
        for (Words.Run run : Words.runs(folded)) {
            if (run.spaceless()) {
                run.text().codePoints().forEach(this::addCharacter);
            } else {
                syllables.add(List.of(run.text()));
            }
        }
    }

    /** Adds the keys from the first syllable on. */
    void addLeading(Set<String> keys) {
        if (!syllables.isEmpty()) {
            addFrom(0, keys);
        }
    }

    /** Adds the keys from every syllable on. */
    void addAll(Set<String> keys) {
        for (int start = 0; start < syllables.size(); start++) {
            addFrom(start, keys);
        }
    }

    private void addCharacter(int codePoint) {
        List<String> readings = Pinyin.readings(codePoint);
        syllables.add(readings.isEmpty() ? List.of(Character.toString(codePoint)) : readings);
    }

    private void addFrom(int start, Set<String> keys) {
        List<List<String>> stretch = syllables.subList(start, Math.min(syllables.size(), start + MAX_SYLLABLES));
        keys.addAll(spellings(stretch));
        keys.addAll(spellings(stretch.stream().map(SoundKeys::initials).toList()));
    }

    private static List<String> initials(List<String> readings) {
        return readings.stream().map(r -> r.substring(0, r.offsetByCodePoints(0, 1))).distinct().toList();
    }

    private static List<String> spellings(List<List<String>> stretch) {
        List<String> spellings = List.of("");
        for (List<String> readings : stretch) {
            boolean all = spellings.size() * readings.size() <= MAX_SPELLINGS;
            List<String> longer = new ArrayList<>();
            for (String spelling : spellings) {
                for (String reading : all ? readings : readings.subList(0, 1)) {
                    longer.add(Words.clipped(spelling + reading, MAX_LENGTH));
                }
            }
            spellings = longer;
        }
        return spellings;
    }
}
