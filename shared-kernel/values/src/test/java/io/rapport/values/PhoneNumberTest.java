package io.rapport.values;

import io.rapport.contracts.refusal.FieldError;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13800000001          | +8613800000001
            138 0000 0001        | +8613800000001
            138-0000-0001        | +8613800000001
            +86 138 0000 0001    | +8613800000001
            0086-138-0000-0001   | +8613800000001
            8613800000001        | +8613800000001
            １３８０００００００１ | +8613800000001
            ＋８６１３８０００００００１ | +8613800000001
            010-12345678         | +861012345678
            (010) 1234 5678      | +861012345678
            （010）12345678      | +861012345678
            +86 10 12345678      | +861012345678
            +86 (0)10 12345678   | +861012345678
            02983895117          | +862983895117
            0898-6533-7739       | +8689865337739
            010-96066            | +861096066
            021-962319           | +8621962319
            400-098-8505         | +864000988505
            400-8822-528         | +864008822528
            8008208388           | +868008208388
            95588                | 95588
            950808               | 950808
            95071666             | 95071666
            10086                | 10086
            12345                | 12345
            110                  | 110
            10105678             | 10105678
            +1-800-633-0738      | +18006330738
            +61 132221           | +61132221
            +852 21221188        | +85221221188
            +886 2 2771 0000     | +886227710000
            +44 20 7946 0958     | +442079460958
            +49 (0)30 123456     | +4930123456
            010-12345678-8001    | +861012345678;ext=8001
            010-12345678 转 8001 | +861012345678;ext=8001
            010-12345678 ext. 12 | +861012345678;ext=12
            400-800-8888,1       | +864008008888;ext=1
            +1-415-667-7870 x5   | +14156677870;ext=5
            0912-345-678         | 0912345678
            """)
    void comparesWhatIsWrittenInDifferentWays(String written, String canonical) {
        assertThat(PhoneNumber.parse(written)).map(PhoneNumber::canonical).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "-", "+", "abc", "not-a-phone", "12", "00", "+0", "1380000000", "138000000011", "23800000001",
            "123456", "1234567", "12345678", "+999 1234 5678", "+1 23", "+86 1380000000", "138000OOOO1", "0101234",
            "13800000001/13900000002", "1380000\u00000001", "13800000001 13900000002", "００", "\uD800",
            "1111111111111111111111", "010-12345678转", "zhangsan@huawei.com"
    })
    void refusesJunk(String written) {
        var errors = new FieldErrors();
        PhoneNumber.check("phone", written, errors);
        assertThat(errors.asList()).containsExactly(FieldError.of("phone", "phone-invalid"));
    }

    @Test
    void keepsTheTextAsGiven() {
        assertThat(PhoneNumber.parse(" 010-12345678 ")).map(PhoneNumber::given).contains("010-12345678");
    }

    @TestFactory
    Stream<DynamicTest> acceptsEveryNumberThatRealOrganisationsPublish() throws IOException {
        return realPhones().map(phone -> DynamicTest.dynamicTest(phone,
                () -> assertThat(PhoneNumber.parse(phone)).isPresent()));
    }

    private static Stream<String> realPhones() throws IOException {
        try (InputStream file = PhoneNumberTest.class.getResourceAsStream("/organisations.csv")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(",", -1)[2]).filter(phone -> !phone.isBlank());
        }
    }
}
