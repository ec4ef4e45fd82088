package io.rapport.reporting.search.text;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import java.util.stream.DoubleStream;

import static org.assertj.core.api.Assertions.assertThat;

class NumberKeysProperties {

    @Property
    void keysCompareAsTheNumbersDo(@ForAll double one, @ForAll double other) {
        assertThat(Integer.signum(NumberKeys.of(one).compareTo(NumberKeys.of(other))))
                .isEqualTo(one == other ? 0 : Integer.signum(Double.compare(one, other)));
    }

    @Property
    void neighboursAreToldApart(@ForAll @DoubleRange(min = -1e300, max = 1e300) double number) {
        assertThat(NumberKeys.of(number)).isLessThan(NumberKeys.of(Math.nextUp(number)));
    }

    @Example
    void everyKeyLiesBeforeTheEndOfARange() {
        DoubleStream.of(-Double.MAX_VALUE, -1.5, -0.0, 0, Double.MIN_VALUE, 1, Double.MAX_VALUE)
                .forEach(number -> assertThat(NumberKeys.of(number)).matches("[0-9a-f]{16}").isLessThan("~"));
        assertThat(NumberKeys.of(-0.0)).isEqualTo(NumberKeys.of(0));
    }
}
