package io.rapport.reporting.search.filter;

import io.rapport.contracts.refusal.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class FilterProperties {

    @Property
    void whatIsPrintedIsReadAgain(@ForAll("filters") Filter filter) {
        assertThat(Filters.parse(Filters.print(filter))).isEqualTo(filter);
    }

    @Property
    void aTextNeverEndsItsQuotes(@ForAll String text) {
        Filter filter = new Filter.Condition(new Filter.Name("name", Position.START),
                new Filter.Compare(Filter.Operator.EQ, new Literal.Text(text)));
        assertThat(Filters.parse("name eq '" + text.replace("'", "''") + "'")).isEqualTo(filter);
    }

    @Property
    void anyTextIsReadOrRefusedWithItsPosition(@ForAll String text) {
        readOrRefused(text);
    }

    @Property
    void anyRowOfTokensIsReadOrRefusedWithItsPosition(@ForAll("tokens") List<String> tokens) {
        readOrRefused(String.join(" ", tokens));
    }

    private static void readOrRefused(String text) {
        try {
            Filters.parse(text);
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREADABLE);
            assertThat(refusal.errors().getFirst().field()).isEqualTo("filter");
            int offset = Integer.parseInt(refusal.errors().getFirst().arguments().get(2));
            assertThat(offset).isBetween(0, text.codePointCount(0, text.length()));
        }
    }

    @Provide
    Arbitrary<List<String>> tokens() {
        return Arbitraries.of("name", "and", "or", "not", "(", ")", ",", "eq", "in", "between", "exists", "contains", "'a'",
                "''", "'", "1", "-2.50", "true", "null", "2025-01-01", "2025-01-01T00:00:00Z", "custom.a-b", "\u0000", "\ud800")
                .list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Filter> filters() {
        return filter(4);
    }

    private static Arbitrary<Filter> filter(int depth) {
        Arbitrary<Filter> condition = Combinators.combine(names(), predicates()).as(Filter.Condition::new);
        if (depth == 0) {
            return condition;
        }
        Arbitrary<Filter> below = Arbitraries.lazy(() -> filter(depth - 1));
        return Arbitraries.oneOf(condition,
                below.map(Filter.Not::new),
                below.list().ofMinSize(2).ofMaxSize(3).map(Filter.And::new),
                below.list().ofMinSize(2).ofMaxSize(3).map(Filter.Or::new));
    }

    private static Arbitrary<Filter.Name> names() {
        return Arbitraries.of("name", "openOpportunityAmount", "custom.größe", "custom.a-b", "字段", "_x", "inn", "notes")
                .map(name -> new Filter.Name(name, Position.START));
    }

    private static Arbitrary<Filter.Predicate> predicates() {
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Filter.Operator.class), literals()).as(Filter.Compare::new),
                literals().list().ofMinSize(1).ofMaxSize(4).map(Filter.In::new),
                Combinators.combine(literals(), literals()).as(Filter.Between::new),
                Arbitraries.of(true, false).map(Filter.Exists::new));
    }

    private static Arbitrary<Literal> literals() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(Literal.Text::new),
                Arbitraries.bigDecimals().map(Literal.Number::new),
                Arbitraries.of(true, false).map(Literal.Bool::new),
                Arbitraries.just(new Literal.Null()));
    }
}
