package io.rapport.reporting.search.likeness;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.Collections;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class LikenessProperties {

    @Property
    void theOrderOfTheTwoMakesNoDifference(@ForAll("customers") Traits a, @ForAll("customers") Traits b) {
        assertThat(Likeness.of(a, b)).isEqualTo(Likeness.of(b, a));
        assertThat(Likeness.of(a, b).score()).isBetween(0.0, 1.0);
    }

    /** What the blocks bring together is all there is to find, but for names that are merely near. */
    @Property
    void whatIsWorthALookHasAKeyInCommon(@ForAll("customers") Traits a, @ForAll("customers") Traits b) {
        if (Likeness.of(a, b).worthALook()) {
            assertThat(Collections.disjoint(a.allKeys(), b.allKeys())).isFalse();
        }
    }

    @Property
    void anyTextIsAName(@ForAll String name) {
        Traits customer = Traits.of(null, null, name, Stream.of(name), name, name);
        assertThat(Likeness.of(customer, customer).score()).isBetween(0.0, 1.0);
    }

    @Provide
    Arbitrary<Traits> customers() {
        Arbitrary<String> name = Arbitraries.of("华为", "华为技术", "深圳市华为技术有限公司", "Huawei", "花味", "中兴通讯设备制造",
                "中兴通信设备制造", "Apple Inc.", "Aple Computers", "Apple Computers", "（中国）", "有限公司", "");
        Arbitrary<String> phone = Arbitraries.of("0755-28780808", "+86 755 28780808", "95588").injectNull(0.5);
        Arbitrary<String> email = Arbitraries.of("a@huawei.com", "b@huawei.com", "a@qq.com").injectNull(0.5);
        Arbitrary<String> website = Arbitraries.of("huawei.com", "https://www.apple.com/cn/").injectNull(0.5);
        return Combinators.combine(name, phone, email, website)
                .as((n, p, e, w) -> Traits.of(null, null, n, Stream.ofNullable(p), e, w));
    }
}
