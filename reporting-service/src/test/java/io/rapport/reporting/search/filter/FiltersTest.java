package io.rapport.reporting.search.filter;

import io.rapport.contracts.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FiltersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "region eq '北京' and (salesStatus in ('FOLLOWING_UP','POTENTIAL') or openOpportunityAmount gt 10000)"
                    + "|region eq '北京' and (salesStatus in ('FOLLOWING_UP', 'POTENTIAL') or openOpportunityAmount gt 10000)",
            "a eq 1 or b eq 2 and c eq 3|a eq 1 or (b eq 2 and c eq 3)",
            "NOT a EXISTS AND b Between 1 And 2|not a exists and b between 1 and 2",
            "a between (2025-01-01, '2025-02-01T00:00:00Z')|a between '2025-01-01' and '2025-02-01T00:00:00Z'",
            "a eq 'O''Neil'|a eq 'O''Neil'",
            "not not a eq null|not not a eq null",
            "(((a exists false)))|a exists false"})
    void reads(String written, String canonical) {
        assertThat(Filters.print(Filters.parse(written))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "region is '北京'|filter-unexpected|1|8|7|is",
            "region eq '北京|filter-quote-open|1|11|10|",
            "region eq|filter-incomplete|1|10|9|",
            "a eq 1 )|filter-unexpected|1|8|7|)",
            "a eq 1; drop|filter-unexpected|1|7|6|;"})
    void refusesWithThePosition(String written, String code, String line, String column, String offset, String shown) {
        assertRefused(written, code, shown == null ? List.of(line, column, offset) : List.of(line, column, offset, shown));
    }

    @Test
    void countsLines() {
        assertRefused("a eq 1\nand\n  b foo", "filter-unexpected", List.of("3", "5", "15", "foo"));
    }

    @Test
    void emptyIsNoFilter() {
        assertRefused("", "filter-incomplete", List.of("1", "1", "0"));
    }

    @Test
    void boundsDepthLengthAndValues() {
        assertThat(refused("(".repeat(5_000)).errors().getFirst().code()).isEqualTo("filter-too-deep");
        assertThat(refused("not ".repeat(1_900) + "a exists").errors().getFirst().code()).isEqualTo("filter-too-deep");
        assertThat(refused("a eq 1 or ".repeat(1_000)).errors().getFirst().code()).isEqualTo("filter-too-long");
        assertThat(refused("a in (" + "1,".repeat(600) + "1)").errors().getFirst().code()).isEqualTo("filter-too-many-values");
    }

    private static void assertRefused(String written, String code, List<String> arguments) {
        var error = refused(written).errors().getFirst();
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.arguments()).isEqualTo(arguments);
    }

    private static Refusal refused(String written) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Filters.parse(written));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREADABLE);
        return refusal;
    }
}
