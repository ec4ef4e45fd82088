package io.rapport.values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class TextRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007b", "a\nb", "a\tb", "\u0085", "\u2028", "\uFFFE"})
    void aLineHoldsNoControlCharacters(String text) {
        assertThat(codes(TextRule.line(10), text)).containsExactly("control-character");
    }

    @Test
    void severalLinesMayBreakAndIndent() {
        assertThat(codes(TextRule.lines(10), "a\r\n\tb")).isEmpty();
        assertThat(codes(TextRule.lines(10), "a\u0000b")).containsExactly("control-character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00b", "\uD83D\uD83D\uDE00"})
    void halfACharacterIsNoText(String text) {
        assertThat(codes(TextRule.line(10), text)).containsExactly("text-malformed");
    }

    @Test
    void lengthCountsCharactersNotUnits() {
        assertThat(codes(TextRule.line(3), "😀😀😀")).isEmpty();
        assertThat(codes(TextRule.line(3), "😀😀😀😀")).containsExactly("too-long");
        assertThat(codes(TextRule.line(3), null)).isEmpty();
    }

    @Test
    void aTextThatIsAskedForIsMoreThanSpace() {
        var errors = new FieldErrors();
        TextRule.line(3).checkGiven("a", " ", errors);
        TextRule.line(3).checkGiven("b", null, errors);
        TextRule.line(3).checkGiven("c", "long", errors);
        TextRule.line(3).checkGiven("d", "ok", errors);
        assertThat(errors.asList()).extracting("field", "code").containsExactly(
                tuple("a", "required"), tuple("b", "required"), tuple("c", "too-long"));
    }

    @Test
    void aReferenceLooksLikeAnId() {
        var errors = new FieldErrors();
        RecordReference.check("customerId", "0198c0de-0000-7000-8000-000000000001", errors);
        RecordReference.check("customerId", null, errors);
        assertThat(errors.isEmpty()).isTrue();
        RecordReference.check("customerId", "0198C0DE", errors);
        assertThat(errors.asList()).extracting("code").containsExactly("id-malformed");
    }

    @Test
    void aChoiceIsOneOfItsCodes() {
        var errors = new FieldErrors();
        Choice.of("NORMAL", "KEY", "VIP").check("level", "KEY", errors);
        Choice.of("NORMAL", "KEY", "VIP").check("level", null, errors);
        assertThat(errors.isEmpty()).isTrue();
        Choice.of("NORMAL", "KEY", "VIP").check("level", "key", errors);
        assertThat(errors.asList()).singleElement()
                .extracting("code", "arguments").containsExactly("choice-unknown", List.of("NORMAL, KEY, VIP"));
    }

    private static List<String> codes(TextRule rule, String text) {
        var errors = new FieldErrors();
        rule.check("field", text, errors);
        return errors.asList().stream().map(error -> error.code()).toList();
    }
}
