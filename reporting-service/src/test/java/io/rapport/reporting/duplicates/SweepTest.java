package io.rapport.reporting.duplicates;

import io.rapport.reporting.search.likeness.Traits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class SweepTest {

    private final Sweep sweep = new Sweep();

    @Test
    void findsEachPairOnce() {
        add("a", "华为技术有限公司", "0755-28780808", "info@huawei.com");
        add("b", "腾讯计算机系统", null, null);
        add("c", "华为技术", "+86 755 28780808", "sales@huawei.com");
        add("d", "百度", null, null);
        add("e", "深圳市腾讯计算机系统有限公司", null, null);
        assertThat(pairs()).containsExactly(new Sweep.Pair("a", "c"), new Sweep.Pair("b", "e"));
    }

    @Test
    void findsNamesThatAreNearWithoutAnyKeyInCommon() {
        add("a", "中兴通讯设备制造有限公司", null, null);
        add("b", "中兴通信设备制造", null, null);
        add("c", "中国国际航空", null, null);
        assertThat(pairs()).containsExactly(new Sweep.Pair("a", "b"));
    }

    @Test
    void oneOrNoCustomerIsNoPair() {
        assertThat(pairs()).isEmpty();
        add("a", "华为", null, null);
        assertThat(pairs()).isEmpty();
    }

    /** Everybody has the same telephone, name and domain: the worst that can happen. */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 8_000})
    void theWorkGrowsWithTheCustomersAndNotWithTheirSquare(int customers) {
        IntStream.range(0, customers).forEach(i ->
                add("id" + i, "同名贸易有限公司", "95588", "a" + i + "@same-domain.cn"));
        assertThat(pairs()).hasSizeBetween(customers, customers * 20);
    }

    @Test
    void manyDifferentCustomersMakeNoPairs() {
        IntStream.range(0, 5_000).forEach(i ->
                add("id" + i, "华为腾讯公司" + i, "1380000%04d".formatted(i), "c" + i + "@example.com"));
        assertThat(pairs()).isEmpty();
    }

    private void add(String id, String name, String phone, String email) {
        sweep.add(Traits.of(id, null, name, Stream.ofNullable(phone), email, null));
    }

    private List<Sweep.Pair> pairs() {
        List<Sweep.Pair> pairs = new ArrayList<>();
        sweep.forEachPortion(100, pairs::addAll);
        return pairs;
    }
}
