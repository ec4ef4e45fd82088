package io.rapport.values;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberProperties {

    @Property
    void anyTextIsAnsweredWithoutFailure(@ForAll String text) {
        PhoneNumber.parse(text);
    }

    @Property
    void separatorsAndWidthMakeNoDifference(@ForAll("mobiles") String mobile, @ForAll("separators") String separator) {
        String spaced = mobile.substring(0, 3) + separator + mobile.substring(3, 7) + separator + mobile.substring(7);
        assertThat(PhoneNumber.parse(spaced)).map(PhoneNumber::canonical).contains("+86" + mobile);
        assertThat(PhoneNumber.parse(fullWidth(mobile))).map(PhoneNumber::canonical).contains("+86" + mobile);
    }

    @Property
    void theCanonicalFormIsItsOwnCanonicalForm(@ForAll("mobiles") String mobile) {
        String canonical = PhoneNumber.parse(mobile).orElseThrow().canonical();
        assertThat(PhoneNumber.parse(canonical)).map(PhoneNumber::canonical).contains(canonical);
    }

    @Property
    void aMobileWithADigitMissingOrTooManyIsRefused(@ForAll("mobiles") String mobile) {
        assertThat(PhoneNumber.parse(mobile.substring(0, 10))).isEmpty();
        assertThat(PhoneNumber.parse(mobile + '0')).isEmpty();
    }

    @Provide
    Arbitrary<String> mobiles() {
        Arbitrary<Integer> network = Arbitraries.integers().between(3, 9);
        Arbitrary<Integer> subscriber = Arbitraries.integers().between(0, 999_999_999);
        return Combinators.combine(network, subscriber).as("1%d%09d"::formatted);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("", " ", "-", ".", "–", "\u00A0", "　");
    }

    private static String fullWidth(String digits) {
        return digits.chars().collect(StringBuilder::new, (text, c) -> text.append((char) (c - '0' + '０')),
                StringBuilder::append).toString();
    }
}
