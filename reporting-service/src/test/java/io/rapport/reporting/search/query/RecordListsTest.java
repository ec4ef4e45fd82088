package io.rapport.reporting.search.query;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rights.ArchivedFilter;
import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.search.Customers;
import io.rapport.reporting.search.SearchFixture;
import io.rapport.reporting.search.catalogue.Catalogues;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.filter.Filters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RecordListsTest {

    private static final Visibility LIVE = Visibility.everything(RecordKind.CUSTOMER, ArchivedFilter.EXCLUDE);

    private static SearchFixture search;
    private static FieldCatalogue<CustomerProfile> customers;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void index() {
        search = new SearchFixture();
        customers = (FieldCatalogue<CustomerProfile>) Catalogues.of(RecordKind.CUSTOMER);
        Instant now = Instant.now();
        List<CustomerProfile> records = List.of(
                Customers.customer("1", 1, Map.ofEntries(Map.entry("number", "001"), Map.entry("name", "华为公司"),
                        Map.entry("phone", "13800000001"), Map.entry("email", "zhangsan@huawei.com"),
                        Map.entry("type", "LONG_TERM"), Map.entry("region", "北京"), Map.entry("salesStatus", "FOLLOWING_UP"),
                        Map.entry("primaryContact", "张三"), Map.entry("lastInteractionAt", Instant.parse("2025-03-01T00:00:00Z")),
                        Map.entry("openOpportunityAmount", "50000.00"), Map.entry("tags", List.of("重要", "VIP")))),
                Customers.customer("2", 1, Map.ofEntries(Map.entry("number", "002"), Map.entry("name", "腾讯公司"),
                        Map.entry("phone", "13900000002"), Map.entry("email", "lisi@tencent.com"), Map.entry("type", "VIP"),
                        Map.entry("region", "深圳"), Map.entry("salesStatus", "CLOSED_WON"), Map.entry("primaryContact", "李四"),
                        Map.entry("lastInteractionAt", now.minus(Duration.ofDays(2))),
                        Map.entry("openOpportunityAmount", "200000"), Map.entry("tags", List.of("vip")))),
                Customers.customer("3", 1, Map.ofEntries(Map.entry("number", "003"), Map.entry("name", "百度公司"),
                        Map.entry("phone", "13700000003"), Map.entry("email", "wangwu@baidu.com"),
                        Map.entry("type", "POTENTIAL"), Map.entry("region", "北京"), Map.entry("closed", true),
                        Map.entry("salesStatus", "PENDING_CONFIRMATION"), Map.entry("founded", LocalDate.parse("2000-01-18")),
                        Map.entry("openOpportunityAmount", "15000"), Map.entry("needs", "为华为公司提供搜索"))),
                Customers.customer("4", 1, Map.of("number", "10", "name", "O'Neil (中国) & Sons")),
                Customers.customer("5", 1, Map.of("number", "9", "name", "华为公司 旧", "archived", true)));
        assertThat(search.index().store(records)).isEmpty();
        search.index().refresh(RecordKind.CUSTOMER);
    }

    @AfterAll
    static void close() {
        search.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"华为", "huawei", "hw", "華為", "ＨＷ", "Huawei", "13800000001", "0000001", "zhangsan@huawei.com",
            "huawei.com", "001", "为公司", "+86 138 0000 0001", "华为 001", "hwgs", "zs 华", "张三", "zhangsan", "公司 hw beijing",
            "h", "华"})
    void theSearchBoxFindsTheCustomerFirst(String searched) {
        assertThat(ids(searched, null)).startsWith("1");
    }

    @Test
    void aNameComesBeforeWhatOnlyMentionsIt() {
        assertThat(ids("华为公司", null)).containsExactly("1", "3");
    }

    @Test
    void aWordNobodyHasFindsNothing() {
        assertThat(ids("华为 LONG", null)).isEmpty();
    }

    @Test
    void signsAloneFindNothing() {
        assertThat(ids("&&", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "region eq '北京' and (salesStatus in ('FOLLOWING_UP','POTENTIAL') or openOpportunityAmount gt 10000)|1,3",
            "openOpportunityAmount gt 50000|2",
            "openOpportunityAmount ge 50000.00|1,2",
            "openOpportunityAmount between 15000 and 50000|1,3",
            "openOpportunityAmount eq 50000|1",
            "openOpportunityAmount in (15000, null)|3,4",
            "region ne '北京'|2,4",
            "region eq null|4",
            "region ne null|1,2,3",
            "region exists false|4",
            "not region exists|4",
            "name contains '公'|1,2,3",
            "name contains '為公'|1",
            "name contains 'neil ('|4",
            "name startsWith '華為'|1",
            "name eq 'o''neil （中國） & sons'|4",
            "name lt '百度z'|3",
            "name ge '腾讯公司'|2,4",
            "tags eq 'ＶＩＰ'|1,2",
            "tags contains '要'|1",
            "tags ne 'vip'|3,4",
            "type eq 'long_term'|1",
            "lastInteractionAt eq '2025-03-01'|1",
            "lastInteractionAt lt 2025-03-01|''",
            "lastInteractionAt le 2025-03-01|1",
            "lastInteractionAt gt 2025-03-01|2",
            "lastInteractionAt ge '2025-03-01T08:00:00+08:00' and lastInteractionAt lt 2025-03-01T00:00:01Z|1",
            "founded between '2000-01-01' and '2000-01-18'|3",
            "founded eq 2000-01-18|3",
            "founded ne 2000-01-18|1,2,4",
            "activity eq 'CLOSED'|3",
            "activity eq 'ACTIVE'|2",
            "activity in ('DORMANT','closed','x')|1,3,4",
            "archived eq true|''",
            "version ge 1 and number in ('10','003')|3,4",
            "needs contains '华为公司提供'|3",
            "createdAt lt '9999-12-31' and createdAt gt '0001-01-01'|1,2,3,4",
            "number eq '1' or number contains '00'|1,2,3",
            "name startsWith '' and name contains ''|1,2,3,4"})
    void filters(String filter, String expected) {
        assertThat(ids(null, filter)).containsExactlyInAnyOrder(
                expected.equals("''") ? new String[0] : expected.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "name eq 5|filter-wrong-type", "founded eq '2025-01-01T00:00:00Z'|filter-wrong-type",
            "founded eq '2025-13-01'|filter-wrong-type", "openOpportunityAmount gt '5'|filter-wrong-type",
            "lastInteractionAt gt 'yesterday'|filter-wrong-type", "archived eq 'true'|filter-wrong-type",
            "region lt null|filter-wrong-type", "createdAt eq '+999999999-01-01T00:00:00Z'|filter-wrong-type",
            "nonsense eq 5|filter-unknown-field", "custom.x eq 5|filter-unknown-field",
            "archived lt true|filter-operator-not-allowed", "founded contains '2025-01-01'|filter-operator-not-allowed",
            "activity gt 'ACTIVE'|filter-operator-not-allowed"})
    void refusesWhatDoesNotFitTheFields(String filter, String code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ids(null, filter));
        assertThat(refusal.errors().getFirst().code()).isEqualTo(code);
        assertThat(refusal.errors().getFirst().arguments()).startsWith("1", "1", "0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''|4,3,2,1", "name|3,1,2,4", "-name|4,2,1,3", "number|1,2,3,4", "-number|4,3,2,1",
            "openOpportunityAmount|3,1,2,4", "-openOpportunityAmount|2,1,3,4", "lastInteractionAt|1,2,4,3",
            "-lastInteractionAt|2,1,4,3", "region,name|3,1,2,4", "region,-name|1,3,2,4", "activity|2,4,1,3",
            "founded|3,4,2,1", "tags|1,2,4,3", "archived,number|1,2,3,4"})
    void sortsWithMissingValuesLast(String sort, String expected) {
        assertThat(ids(null, null, sort, 50)).containsExactly(expected.split(","));
        assertThat(ids(null, null, sort, 1)).describedAs("one by one").containsExactly(expected.split(","));
    }

    @Test
    void aCursorGoesOnUnderRelevanceToo() {
        assertThat(ids("公司", null, "", 1)).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Listing<CustomerProfile> first = search.lists().list(customers, selection(null, null), page("name", 1, null));
        assertCode("cursor-of-another-list", () -> search.lists().list(customers, selection("华为", null),
                page("name", 1, first.nextCursor())));
        assertCode("cursor-of-another-list", () -> search.lists().list(customers, selection(null, null),
                page("-name", 1, first.nextCursor())));
        assertCode("cursor-invalid", () -> search.lists().list(customers, selection(null, null), page("name", 1, "x")));
        assertCode("cursor-invalid", () -> search.lists().list(customers, selection(null, null), page("name", 1, "e30")));
    }

    @Test
    void aCursorMadeUpIsRefused() {
        String digest = new String(java.util.Base64.getUrlDecoder().decode(search.lists()
                .list(customers, selection(null, null), page("createdAt", 1, null)).nextCursor()))
                .replaceAll(".*\"of\":\"([^\"]*)\".*", "$1");
        String madeUp = java.util.Base64.getUrlEncoder().encodeToString(
                ("{\"of\":\"" + digest + "\",\"after\":[\"soon\",{\"x\":1}]}").getBytes());
        assertCode("cursor-invalid", () -> search.lists().list(customers, selection(null, null), page("createdAt", 1, madeUp)));
        String wrongType = java.util.Base64.getUrlEncoder().encodeToString(
                ("{\"of\":\"" + digest + "\",\"after\":[\"soon\",\"1\"]}").getBytes());
        assertCode("cursor-invalid", () -> search.lists().list(customers, selection(null, null), page("createdAt", 1, wrongType)));
    }

    @Test
    void recordsComeBackAsTheyWereStored() {
        CustomerProfile huawei = search.lists().list(customers, selection(null, "id eq '1'"), page("", 1, null))
                .records().getFirst();
        assertThat(huawei.openOpportunityAmount().amount()).isEqualTo("50000.00");
        assertThat(huawei.lastInteractionAt()).isEqualTo("2025-03-01T00:00:00Z");
        assertThat(huawei.tags()).containsExactly("重要", "VIP");
    }

    @Test
    void archivedRecordsAreHiddenUnlessAskedFor() {
        assertThat(total(Visibility.everything(RecordKind.CUSTOMER, ArchivedFilter.EXCLUDE))).isEqualTo(4);
        assertThat(total(Visibility.everything(RecordKind.CUSTOMER, ArchivedFilter.INCLUDE))).isEqualTo(5);
        assertThat(total(Visibility.everything(RecordKind.CUSTOMER, ArchivedFilter.ONLY))).isEqualTo(1);
        assertThat(total(Visibility.nothing(RecordKind.CUSTOMER))).isZero();
    }

    @Test
    void countsValues() {
        Map<String, FacetCount> counts = search.lists().facets(customers, selection(null, null),
                List.of("region", "tags", "activity", "archived", "industry"));
        assertThat(counts.get("region").values()).containsExactly(value("北京", 2), value("深圳", 1));
        assertThat(counts.get("tags").values()).extracting(FacetCount.Value::count).containsExactly(2L, 1L);
        assertThat(counts.get("tags").values().getLast()).isEqualTo(value("重要", 1));
        assertThat(counts.get("activity").values())
                .containsExactlyInAnyOrder(value("DORMANT", 2), value("ACTIVE", 1), value("CLOSED", 1));
        assertThat(counts.get("archived").values()).containsExactly(value(false, 4));
        assertThat(counts.get("industry").values()).isEmpty();
        assertThat(search.lists().facets(customers, selection("华为", "region eq '北京'"), List.of("region"))
                .get("region").values()).containsExactly(value("北京", 2));
        assertThat(search.lists().facets(customers, new Selection(null, null, Visibility.nothing(RecordKind.CUSTOMER)), List.of("region"))
                .get("region").values()).isEmpty();
    }

    @Test
    void countsAFieldOfManyValuesToo() {
        try (SearchFixture many = new SearchFixture()) {
            List<CustomerProfile> records = IntStream.range(0, 60).mapToObj(i -> Customers.customer("m" + i, 1,
                    Map.of("name", "N", "tags", Stream.concat(Stream.of(i % 2 == 0 ? "Often" : "OFTEN", "often"),
                            IntStream.range(0, 90).mapToObj(tag -> "tag " + i + "-" + tag)).toList()))).toList();
            assertThat(many.index().store(records)).isEmpty();
            many.index().refresh(RecordKind.CUSTOMER);
            FacetCount tags = many.lists().facets(customers, selection(null, null), List.of("tags")).get("tags");
            assertThat(tags.values()).hasSize(100);
            assertThat(tags.values().getFirst().count()).isEqualTo(60);
            assertThat(tags.values().getFirst().value()).isIn("Often", "OFTEN");
            assertThat(tags.others()).isEqualTo(60 * 91 - 60 - 99);
        }
    }

    private static FacetCount.Value value(Object value, long count) {
        return new FacetCount.Value(value, count);
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.errors().getFirst().code()).isEqualTo(code);
    }

    private static long total(Visibility visibility) {
        return search.lists().list(customers, new Selection(null, null, visibility), page("", 1, null)).total();
    }

    private static List<String> ids(String searched, String filter) {
        return ids(searched, filter, "", 50);
    }

    /** All ids, page by page. */
    private static List<String> ids(String searched, String filter, String sort, int size) {
        List<String> ids = new ArrayList<>();
        Listing<CustomerProfile> part = search.lists().list(customers, selection(searched, filter), page(sort, size, null));
        part.records().forEach(record -> ids.add(record.id()));
        while (part.nextCursor() != null) {
            part = search.lists().list(customers, selection(searched, filter), page(sort, size, part.nextCursor()));
            part.records().forEach(record -> ids.add(record.id()));
        }
        assertThat(part.total()).isEqualTo(ids.size());
        return ids;
    }

    private static Selection selection(String searched, String filter) {
        return new Selection(searched, filter == null ? null : Filters.parse(filter), LIVE);
    }

    private static Page page(String sort, int size, String cursor) {
        List<SortBy> by = Arrays.stream(sort.split(",")).filter(name -> !name.isEmpty())
                .map(name -> new SortBy(name.replace("-", ""), name.startsWith("-"))).toList();
        return new Page(by, size, 1, cursor);
    }
}
