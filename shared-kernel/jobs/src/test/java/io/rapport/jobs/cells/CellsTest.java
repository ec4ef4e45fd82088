package io.rapport.jobs.cells;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class CellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-01", "2025/3/1", "2025.3.1", "2025年3月1日", "２０２５年３月１日", "20250301",
            "2025-03-01T10:20:30Z", "2025/03/01 10:20", "1 Mar 2025", "Mar 1, 2025", "1-MAR-2025", "March 1, 2025"})
    void datesAsPeopleWriteThem(String text) {
        assertThat(DateCell.parse(text)).contains(LocalDate.of(2025, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "3/1/2025", "yesterday", "2025", "45000", ""})
    void whatIsNoDateOrTwo(String text) {
        assertThat(DateCell.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13/03/2025", "03/13/2025"})
    void unambiguousDayAndMonth(String text) {
        assertThat(DateCell.parse(text)).contains(LocalDate.of(2025, 3, 13));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"50000!50000.00!CNY", "50,000.00!50000.00!CNY", "¥50000!50000.00!CNY",
            "￥５０，０００!50000.00!CNY", "$12,400.00!12400.00!USD", "12.400,50 €!12400.50!EUR", "5万!50000.00!CNY",
            "1.5亿元!150000000.00!CNY", "HK$ 1,000!1000.00!HKD", "1,5!1.50!CNY", "USD 7!7.00!USD", "-20!-20.00!CNY",
            "1200 KRW!1200!KRW", "CHF 1'200.50!1200.50!CHF"})
    void amountsAsPeopleWriteThem(String text, BigDecimal amount, String currency) {
        assertThat(AmountCell.parse(text, "CNY")).hasValueSatisfying(money -> {
            assertThat(money.amount()).isEqualByComparingTo(amount);
            assertThat(money.currency()).isEqualTo(currency);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.2.3", "", "1e9", "--5", "12345678901234567890"})
    void whatIsNoAmount(String text) {
        assertThat(AmountCell.parse(text, "CNY")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"VIP客户,VIP", "长期客户,LONG_TERM", "長期客戶,LONG_TERM", "long-term,LONG_TERM", "Long_Term,LONG_TERM"})
    void choicesByAnyLabel(String text, String code) {
        ChoiceCell choice = new ChoiceCell().with("LONG_TERM", "长期客户").with("VIP", "VIP客户");

        assertThat(choice.parse(text)).contains(code);
        assertThat(choice.parse("别的")).isEmpty();
    }
}
