package io.rapport.reporting.search.likeness;

import io.rapport.reporting.search.likeness.Likeness.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class LikenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            华为技术有限公司           | 华为技术                 | NAME
            華為技術有限公司           | 华为技术股份有限公司     | NAME
            阿里巴巴集团控股有限公司   | 阿里巴巴                 | NAME
            ＡＢＣ　Ｃｏ．，Ｌｔｄ．   | abc                      | NAME
            Apple Inc.                 | Apple, Inc               | NAME
            Siemens AG                 | SIEMENS Aktiengesellschaft | NAME
            Robert Bosch GmbH          | Bosch, Robert            | NAME
            L'Oréal S.A.               | LOREAL                   | NAME
            Müller GmbH & Co. KG       | Muller                   | NAME
            【顺丰】速运有限公司       | 速运有限公司             | NAME,OTHER_PLACE
            华为（中国）有限公司       | 华为                     | NAME,OTHER_PLACE
            深圳市腾讯计算机系统有限公司 | 腾讯计算机系统有限公司 | NAME,OTHER_PLACE
            Huawei                     | 华为                     | NAME_SOUND
            阿里巴巴                   | 阿里爸爸                 | NAME_SOUND
            字节跳动科技               | 字节跃动科技有限公司     |
            Telstra Corporation        | Telestra                 | NAME_NEAR
            中国国际航空股份有限公司   | 中国国际航空运输         |
            中兴通讯设备制造           | 中兴通信设备制造有限公司 | NAME_NEAR
            """)
    void namesOfOne(String a, String b, String reasons) {
        Likeness likeness = Likeness.of(named(a), named(b));
        if (reasons == null) {
            assertThat(likeness.worthALook()).as("%s", likeness).isFalse();
        } else {
            assertThat(likeness.reasons().stream().map(Reason::name).toList()).containsExactly(reasons.split(","));
            assertThat(likeness.worthALook()).as("%s", likeness).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            东兴证券             | 东方证券
            东莞银行             | 东莞农商银行
            中国银行             | 中国民生银行
            江西农商银行         | 江南农商银行
            上海农村商业银行     | 广州农村商业银行
            腾讯科技（深圳）有限公司 | 腾讯科技（北京）有限公司
            北京第一建筑工程公司 | 北京第二建筑工程公司
            华为腾讯公司100001   | 华为腾讯公司100002
            中国移动             | 中国联通
            Oracle               | Apple
            """)
    void namesOfTwo(String a, String b) {
        assertThat(Likeness.of(named(a), named(b)).score()).isLessThan(Likeness.WORTH_A_LOOK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +86 755 2878 0808    | 0755-28780808
            138 0000 0001        | +8613800000001
            400-830-8300         | ４００８３０８３００
            010-12345678-8001    | 01012345678
            """)
    void aTelephoneInAnyNotation(String a, String b) {
        assertThat(Likeness.of(customer("华为", a, null, null), customer("Company", b, null, null)).reasons())
                .containsExactly(Reason.PHONE);
    }

    @Test
    void anAddressOrADomain() {
        assertThat(Likeness.of(customer("张三", null, "A@Huawei.com", null), customer("x", null, "a@huawei.com", null)))
                .isEqualTo(new Likeness(0.6, List.of(Reason.EMAIL)));
        assertThat(Likeness.of(customer("微软", null, null, "https://www.microsoft.com/zh-cn/"),
                customer("Microsoft", null, "info@mail.microsoft.com", null)).worthALook()).isTrue();
        assertThat(Likeness.of(customer("微软", null, "a@qq.com", null),
                customer("苹果", null, "b@qq.com", null)).reasons()).isEmpty();
        assertThat(Likeness.of(customer("甲", null, null, "https://shop1.taobao.com"),
                customer("乙", null, null, "https://shop2.taobao.com")).reasons()).isEmpty();
        assertThat(Likeness.of(customer("a", null, null, "www.sony.com.cn"), customer("b", null, null, "vivo.com.cn"))
                .reasons()).isEmpty();
    }

    @Test
    void severalReasonsWeighMoreThanOneAndAnotherDomainLess() {
        double name = Likeness.of(named("华为技术"), named("华为技术有限公司")).score();
        assertThat(Likeness.of(customer("华为技术", "95588", null, null),
                customer("华为技术有限公司", "95588", null, null)).score()).isGreaterThan(name);
        assertThat(Likeness.of(customer("华为技术", null, null, "huawei.com"),
                customer("华为技术有限公司", null, null, "hua-wei.cn")).score()).isLessThan(name);
    }

    /** Of 314 real organisations these are worth a look, and a person would look at each of them. */
    @Test
    void realOrganisationsAreToldApart() throws IOException {
        List<Traits> all = organisations();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (Likeness.of(all.get(i), all.get(j)).worthALook()) {
                    found.add(all.get(i).id() + " = " + all.get(j).id());
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrder("京东云 = 京东", "腾讯云 = 腾讯", "美团外卖 = 美团",
                "中国建设银行 = 中国建设银行（亚洲）");
    }

    @Test
    void realOrganisationsAreFoundUnderTheirLegalNames() throws IOException {
        for (Traits organisation : organisations()) {
            Likeness likeness = Likeness.of(organisation, named(organisation.id() + "股份有限公司"));
            assertThat(likeness.worthALook()).as("%s %s", organisation.id(), likeness).isTrue();
        }
    }

    private static List<Traits> organisations() throws IOException {
        try (var file = new BufferedReader(new InputStreamReader(
                LikenessTest.class.getResourceAsStream("/organisations.csv"), StandardCharsets.UTF_8))) {
            return file.lines().skip(1).map(line -> line.split(",", -1))
                    .map(cells -> Traits.of(cells[0], null, cells[0], Stream.ofNullable(given(cells[2])),
                            given(cells[4]), given(cells[3]))).toList();
        }
    }

    private static String given(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static Traits named(String name) {
        return customer(name, null, null, null);
    }

    private static Traits customer(String name, String phone, String email, String website) {
        return Traits.of(null, null, name, Stream.ofNullable(phone), email, website);
    }
}
