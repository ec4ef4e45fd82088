package io.rapport.contracts;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

import static org.assertj.core.api.Assertions.assertThat;

class ConsistencyTokenProperties {

    @Property
    void isReadAsItWasWritten(@ForAll @AlphaChars @NotEmpty String kind, @ForAll @AlphaChars @NotEmpty String id,
                              @ForAll @LongRange(min = 1) long sequence) {
        var token = new ConsistencyToken(kind, id, sequence);

        assertThat(ConsistencyToken.parse(token.encoded())).contains(token);
    }

    @Property
    void anyOtherTextIsNoTokenAndNoError(@ForAll String text) {
        ConsistencyToken.parse(text).ifPresent(token ->
                assertThat(ConsistencyToken.parse(token.encoded())).contains(token));
    }
}
