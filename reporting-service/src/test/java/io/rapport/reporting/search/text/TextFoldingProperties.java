package io.rapport.reporting.search.text;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;

class TextFoldingProperties {

    @Property
    void foldingAgainChangesNothing(@ForAll String text) {
        String folded = TextFolding.fold(text);
        assertThat(TextFolding.fold(folded)).isEqualTo(folded);
    }

    @Property
    void foldingChineseAgainChangesNothing(@ForAll @CharRange(from = '\u3400', to = '\u9fff') String text) {
        String folded = TextFolding.fold(text);
        assertThat(TextFolding.fold(folded)).isEqualTo(folded);
    }

    @Property
    void widthOfLettersDoesNotCount(@ForAll @CharRange(from = '!', to = '~') String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c - '!' + '\uff01')));
        assertThat(TextFolding.fold(wide.toString())).isEqualTo(TextFolding.fold(text));
    }

    @Property
    void everyPartOfATextIsFoundByItsPairs(@ForAll @StringLength(min = 2, max = 30) String text) {
        String folded = TextFolding.fold(text);
        int[] characters = folded.codePoints().toArray();
        if (characters.length >= 2) {
            int from = characters.length / 3;
            String part = new String(characters, from, Math.max(2, (characters.length - from) / 2));
            assertThat(" " + Grams.ofText(folded) + " ").contains(" " + Grams.ofPart(part) + " ");
        }
    }

    @Property
    void keysOfAnyTextAreBounded(@ForAll String text) {
        SearchKeys keys = new SearchKeys().addName(text).addCode(text).addPhone(text).addEmail(text).addWebsite(text);
        assertThat(keys.words()).allMatch(word -> word.length() <= SearchKeys.MAX_WORD);
        assertThat(SortKeys.of(text)).matches("[0-9a-f]+").hasSizeLessThan(200);
    }
}
