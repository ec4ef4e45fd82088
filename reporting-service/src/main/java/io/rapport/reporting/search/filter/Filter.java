package io.rapport.reporting.search.filter;

import java.util.List;

/** A filter as it was written: conditions on fields, joined by and, or, not. Made by {@link Filters#parse}. */
public sealed interface Filter {

    /** Every one of two or more. */
    record And(List<Filter> terms) implements Filter {

        public And {
            terms = List.copyOf(terms);
        }
    }

    /** At least one of two or more. */
    record Or(List<Filter> terms) implements Filter {

        public Or {
            terms = List.copyOf(terms);
        }
    }

    /** What the term does not match. */
    record Not(Filter term) implements Filter {
    }

    /** One condition on one field. */
    record Condition(Name field, Predicate predicate) implements Filter {
    }

    /**
     * The name of a field where it stands.
     *
     * @param position takes no part in equality: two filters are equal when they mean the same
     */
    record Name(String name, Position position) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Name that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** What a condition says of its field. */
    sealed interface Predicate {
    }

    /** {@code eq 5}, {@code contains 'a'}. */
    record Compare(Operator operator, Literal value) implements Predicate {
    }

    /** One of these values. */
    record In(List<Literal> values) implements Predicate {

        public In {
            values = List.copyOf(values);
        }
    }

    /** From {@code low} to {@code high}, both included. */
    record Between(Literal low, Literal high) implements Predicate {
    }

    /** Whether the field has a value at all. */
    record Exists(boolean expected) implements Predicate {
    }

    /** How a field is compared with one value. */
    enum Operator {
        EQ("eq"), NE("ne"), LT("lt"), LE("le"), GT("gt"), GE("ge"), CONTAINS("contains"), STARTS_WITH("startsWith");

        private final String code;

        Operator(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
