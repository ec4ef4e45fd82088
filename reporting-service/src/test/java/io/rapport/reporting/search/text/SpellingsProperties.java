package io.rapport.reporting.search.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingsProperties {

    @Property(tries = 300)
    void spellingsAreOfOneTextWhenConditionsTakeTheTextsForEqual(@ForAll("texts") String one,
            @ForAll("texts") String other) {
        String key = EqualityKeys.of(TextFolding.fold(one));
        boolean equal = key.equals(EqualityKeys.of(TextFolding.fold(other)));
        String spelling = Spellings.of(other);
        assertThat(Spellings.key(Spellings.of(one)).equals(Spellings.key(spelling))).isEqualTo(equal);
        assertThat(Spellings.isOf(spelling, key)).isEqualTo(equal);
    }

    @Property(tries = 300)
    void spellingsAreShortAndShowHowTheTextBegins(@ForAll("texts") String text) {
        assertThat(Spellings.of(text).length()).isLessThanOrEqualTo(265);
        if (text.length() <= 200) {
            assertThat(Spellings.shown(Spellings.of(text))).isEqualTo(text);
        } else if (!text.contains(" ")) {
            assertThat(text).startsWith(Spellings.shown(Spellings.of(text)));
        }
    }

    /** Some alike, some long, some alike only at their beginning. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> letters = Arbitraries.strings().withChars("aAＡ華华 ").ofMaxLength(3);
        Arbitrary<Integer> times = Arbitraries.of(0, 1, 67, 200, 300);
        return letters.flatMap(begin -> times.flatMap(n -> letters.map(end -> begin.repeat(n) + end)));
    }
}
