package io.rapport.reporting.customers;

import io.rapport.reporting.customers.CustomerProfile.Address;
import io.rapport.reporting.search.Customers;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerQualityTest {

    private static final Map<String, Object> EVERYTHING = Map.ofEntries(Map.entry("phone", "0755-28780808"),
            Map.entry("email", "a@huawei.com"), Map.entry("industry", "通信"), Map.entry("city", "深圳"),
            Map.entry("owner", "zhangsan"), Map.entry("primaryContact", "张三"),
            Map.entry("website", "www.huawei.com"), Map.entry("address", new Address("龙岗区", null)),
            Map.entry("headcount", "10000人以上"), Map.entry("annualRevenue", "1"), Map.entry("businessScope", "通信"),
            Map.entry("source", "展会"), Map.entry("needs", "服务器"));

    @Test
    void whatIsKnownAndValidEarnsItsPoints() {
        CustomerQuality quality = quality(EVERYTHING);

        assertThat(quality.score()).isEqualTo(CustomerQuality.MOST);
        assertThat(quality.completeness()).isEqualTo(CustomerQuality.MOST);
        assertThat(quality.validity()).isEqualTo(100);
        assertThat(quality.missing()).isEmpty();
        assertThat(quality.invalid()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedWithItsPointsTheMostValuableFirst() {
        CustomerQuality quality = quality(without("industry", "needs", "phone"));

        assertThat(quality.score()).isEqualTo(70);
        assertThat(quality.completeness()).isEqualTo(70);
        assertThat(quality.missing()).containsExactly(Map.entry("phone", 15), Map.entry("industry", 10),
                Map.entry("needs", 5));
    }

    @Test
    void whatIsInvalidEarnsNone() {
        Map<String, Object> fields = new HashMap<>(EVERYTHING);
        fields.put("phone", "123456");
        fields.put("email", "nobody");

        CustomerQuality quality = quality(fields);

        assertThat(quality.score()).isEqualTo(75);
        assertThat(quality.completeness()).isEqualTo(100);
        assertThat(quality.validity()).isEqualTo(75);
        assertThat(quality.invalid()).containsExactly("phone", "email");
    }

    @Test
    void aCustomerFoundedTomorrowCannotBe() {
        Map<String, Object> fields = new HashMap<>(EVERYTHING);
        fields.put("founded", LocalDate.of(2026, 1, 2));

        assertThat(quality(fields).invalid()).containsExactly("founded");
    }

    @Test
    void aPlaceOfAnyKindIsAPlace() {
        assertThat(quality(without("city")).missing()).containsOnlyKeys("region");
    }

    @Test
    void aBareNameIsWorthNothingButNotWrong() {
        CustomerQuality quality = quality(Map.of());

        assertThat(quality.score()).isZero();
        assertThat(quality.validity()).isEqualTo(100);
        assertThat(quality.missing().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(CustomerQuality.MOST);
    }

    @Test
    void aProfileIsStaleWhenNobodyTouchedItForAYear() {
        CustomerProfile touchedAtNewYear = Customers.customer("1", 1, Map.of());

        assertThat(touchedAtNewYear.isStaleOn(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(touchedAtNewYear.isStaleOn(LocalDate.of(2027, 1, 2))).isTrue();
    }

    private static Map<String, Object> without(String... names) {
        Map<String, Object> fields = new HashMap<>(EVERYTHING);
        fields.keySet().removeAll(List.of(names));
        return fields;
    }

    private static CustomerQuality quality(Map<String, Object> fields) {
        return CustomerQuality.of(Customers.customer("1", 1, fields));
    }
}
