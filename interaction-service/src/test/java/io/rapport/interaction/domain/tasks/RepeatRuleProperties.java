package io.rapport.interaction.domain.tasks;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Duration;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatRuleProperties {

    /** Whatever is put together of the words of RFC 5545 is answered at once, and goes forward. */
    @Property(tries = 300)
    void noRuleKeepsAThreadBusyOrGoesBack(@ForAll("rules") String text, @ForAll("days") LocalDate start,
                                          @ForAll("days") LocalDate today) {
        long began = System.nanoTime();
        RepeatRule.read(text).filter(RepeatRule::isModest).filter(RepeatRule::endsOnADay)
                .flatMap(rule -> rule.next(start, start, today))
                .ifPresent(next -> assertThat(next).isAfter(start).isAfterOrEqualTo(today));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Provide
    Arbitrary<String> rules() {
        Arbitrary<String> frequency = Arbitraries.of("SECONDLY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "");
        Arbitrary<String> parts = Arbitraries.of("INTERVAL=1", "INTERVAL=1000", "INTERVAL=2147483647", "COUNT=1000",
                "COUNT=0", "UNTIL=20300101", "UNTIL=99991231", "BYDAY=MO,TU", "BYDAY=5FR", "BYDAY=-53SU",
                "BYMONTHDAY=31", "BYMONTHDAY=-31", "BYMONTH=2", "BYMONTH=13", "BYYEARDAY=366", "BYWEEKNO=53",
                "BYSETPOS=366", "BYSETPOS=-1", "BYHOUR=1", "WKST=SU", "X=Y", "RSCALE=ISLAMICC", "SKIP=FORWARD", "=");
        return Combinators.combine(frequency, parts.list().ofMaxSize(5))
                .as((freq, more) -> "FREQ=" + freq + (more.isEmpty() ? "" : ";" + String.join(";", more)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.of(LocalDate.of(1, 1, 1), LocalDate.of(1970, 1, 1), LocalDate.of(2024, 2, 29),
                LocalDate.of(2026, 11, 23), LocalDate.of(2030, 12, 31), LocalDate.of(9999, 12, 31));
    }
}
