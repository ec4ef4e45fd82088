package io.rapport.values;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebsiteTest {

    @ParameterizedTest
    @CsvSource({
            "https://www.huawei.com/cn/, huawei.com/cn",
            "http://huawei.com, huawei.com",
            "HTTPS://WWW.Huawei.COM, huawei.com",
            "www.huawei.com, huawei.com",
            "huawei.com:8443/x?y=1, huawei.com/x?y=1",
            "https://例子.公司/关于, xn--fsqu00a.xn--55qx5d/关于"
    })
    void acceptsAddressesWithAndWithoutScheme(String written, String canonical) {
        assertThat(Website.parse(written)).map(Website::canonical).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "huawei", "javascript:alert(1)", "ftp://huawei.com", "https://", "https://a b.com", "//huawei.com",
            "https://user@huawei.com", "huawei.com:99999", "https://huawei.com/\"onclick", "data:text/html,x",
            "\uD800.com"
    })
    void refusesWhatIsNoWebsite(String written) {
        var errors = new FieldErrors();
        Website.check("website", written, errors);
        assertThat(errors.asList()).extracting("code").containsExactly("website-invalid");
    }
}
