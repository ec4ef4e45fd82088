package io.rapport.values;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
            "zhangsan@huawei.com, zhangsan@huawei.com",
            "' Zhang.San+crm@Huawei.COM ', zhang.san+crm@huawei.com",
            "no-reply@identity.oci.oraclecloud.com, no-reply@identity.oci.oraclecloud.com",
            "张三@例子.公司, 张三@xn--fsqu00a.xn--55qx5d",
            "o'brien@example.co.uk, o'brien@example.co.uk",
            "a@b.cn, a@b.cn"
    })
    void acceptsWhatMailServersUse(String written, String canonical) {
        assertThat(EmailAddress.parse(written)).map(EmailAddress::canonical).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "zhangsan", "@huawei.com", "zhangsan@", "zhangsan@huawei", "zhang san@huawei.com", "a@b@c.com",
            ".a@b.com", "a.@b.com", "a..b@c.com", "a@-b.com", "a@b-.com", "a@b..com", "a@1.2.3.4", "a@b.com,c@d.com",
            "a\u0000@b.com", "\uD800@b.com", "<a@b.com>",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.com"
    })
    void refusesTheRest(String written) {
        var errors = new FieldErrors();
        EmailAddress.check("email", written, errors);
        assertThat(errors.asList()).extracting("code").containsExactly("email-invalid");
    }
}
