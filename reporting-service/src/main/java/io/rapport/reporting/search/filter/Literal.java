package io.rapport.reporting.search.filter;

import java.math.BigDecimal;

/** A value as it stands in a filter; what it means is decided by the field it is compared with. */
public sealed interface Literal {

    /** A text, a date or an instant, in quotes or not. */
    record Text(String text) implements Literal {
    }

    /** A decimal number. */
    record Number(BigDecimal number) implements Literal {

        public Number {
            number = number.stripTrailingZeros();
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Literal {
    }

    /** No value at all. */
    record Null() implements Literal {
    }
}
