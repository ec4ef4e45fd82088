package io.rapport.contact.domain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class LunarDateTest {

    @ParameterizedTest
    @CsvSource({"2026,1,1,false,2026-02-17", "1990,4,23,false,1990-05-17", "2025,6,1,true,2025-07-25",
            "2025,12,29,false,2026-02-16"})
    void aDayIsTheDayThatCalendarsSay(int year, int month, int day, boolean leap, LocalDate expected) {
        LunarDate date = new LunarDate(year, month, day, leap);
        assertThat(date.exists()).isTrue();
        assertThat(date.celebratedIn(year)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2025,5,1,true", "2026,13,1,false", "2026,0,1,false", "2026,1,31,false", "2025,12,30,false", "99999,1,1,false"})
    void whatNoCalendarHasIsNoDay(int year, int month, int day, boolean leap) {
        assertThat(new LunarDate(year, month, day, leap).exists()).isFalse();
    }

    @Test
    void aDayThatAYearDoesNotHaveIsCelebratedOnTheOneBefore() {
        assertThat(new LunarDate(null, 12, 30, null).exists()).isTrue();
        assertThat(new LunarDate(null, 12, 30, null).celebratedIn(2025)).isEqualTo(LocalDate.of(2026, 2, 16));
        assertThat(new LunarDate(null, 6, 1, true).celebratedIn(2026)).isEqualTo(LocalDate.of(2026, 7, 14));
    }
}
