package io.rapport.reporting.search.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class SearchKeysTest {

    private final SearchKeys huawei = new SearchKeys()
            .addName("华为公司").addCode("001").addPhone("13800000001").addEmail("zhangsan@huawei.com");

    @ParameterizedTest
    @ValueSource(strings = {"华为", "huawei", "hw", "華為", "ＨＷ", "Huawei", "13800000001", "0000001", "+8613800000001",
            "+86 138 0000 0001", "008613800000001", "138-0000-0001", "zhangsan@huawei.com", "huawei.com", "001", "为公司",
            "zhangsan", "hwgs", "gongsi", "华 公司", "huawei 001", "华wei", "https://www.huawei.com/", "HUAWEI", "公"})
    void findsTheCustomer(String searched) {
        assertThat(finds(huawei, searched)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"华公", "腾讯", "huawej", "13900000001", "华为 腾讯", "uawei", "lisi@huawei.com"})
    void doesNotFindTheCustomer(String searched) {
        assertThat(finds(huawei, searched)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"重庆银行,chongqing", "重庆银行,zhongqing", "重庆银行,cqyh", "重庆银行,yinhang", "重庆银行,yinxing",
            "绿地,lvdi", "Alibaba 云,alibabayun", "Alibaba 云,ay", "京東雲,jdy", "京东云,京東", "Nestlé,nestle"})
    void findsANameByItsSound(String name, String searched) {
        assertThat(finds(new SearchKeys().addName(name), searched)).isTrue();
    }

    @Test
    void aNameOfManyReadingsHasFewKeys() {
        SearchKeys keys = new SearchKeys().addName("重行长乐着了的得地中都还没和".repeat(4));
        assertThat(keys.words()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @CsvSource({"华为,華為", "ＡＢＣ,abc", "Ａ Ｂ,a  b", "(株),（株）", "Straße,STRASSE", "é,É"})
    void takesForEqual(String one, String other) {
        assertThat(TextFolding.fold(one)).isEqualTo(TextFolding.fold(other));
    }

    @Test
    void sortsByPinyinAndNumbersByValue() {
        assertThat(Stream.of("腾讯", "百度", "第10中学", "华为", "第9中学", "阿里").sorted(java.util.Comparator.comparing(SortKeys::of)))
                .isEqualTo(List.of("阿里", "百度", "第9中学", "第10中学", "华为", "腾讯"))
                .hasSize(6);
    }

    /** The rule that the query states to Elasticsearch, in plain Java. */
    private static boolean finds(SearchKeys keys, String searched) {
        List<SearchedWord> words = SearchedWord.of(searched, 10);
        return !words.isEmpty() && words.stream().allMatch(word -> begins(keys, word.text())
                || word.beginnings().stream().allMatch(text -> begins(keys, text))
                && word.parts().stream().allMatch(part -> contains(keys, part)));
    }

    private static boolean begins(SearchKeys keys, String beginning) {
        return Stream.concat(keys.words().stream(), keys.leading().stream()).anyMatch(key -> key.startsWith(beginning));
    }

    private static boolean contains(SearchKeys keys, String part) {
        return keys.grams().stream().anyMatch(gram -> (" " + gram + " ").contains(" " + Grams.ofPart(part)
                + (Grams.isSingle(part) ? "" : " ")));
    }
}
