package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rights.ArchivedFilter;
import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.search.Customers;
import io.rapport.reporting.search.SearchFixture;
import io.rapport.reporting.search.catalogue.Catalogues;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.index.IndexAccess;
import io.rapport.reporting.search.index.Indexes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages by number hold what stands there, however they were found. */
class DeepPagesTest {

    private static final int COUNT = 3_000;
    private static final int PAGE = 200;
    private static final Selection ALL =
            new Selection(null, null, Visibility.everything(RecordKind.CUSTOMER, ArchivedFilter.EXCLUDE));

    private static SearchFixture search;
    private static FieldCatalogue<CustomerProfile> customers;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void index() {
        search = new SearchFixture();
        customers = (FieldCatalogue<CustomerProfile>) Catalogues.of(RecordKind.CUSTOMER);
        var random = new Random(1);
        List<CustomerProfile> records = IntStream.range(0, COUNT).mapToObj(i -> customer(i, random)).toList();
        assertThat(search.index().store(records)).isEmpty();
        search.index().refresh(RecordKind.CUSTOMER);
    }

    /** Many have one name or region in common, and every second one has no amount. */
    private static CustomerProfile customer(int i, Random random) {
        Map<String, Object> fields = new HashMap<>(Map.of("number", "%06d".formatted(i),
                "name", "客户" + random.nextInt(COUNT / 3), "region", "区" + random.nextInt(4),
                "createdAt", Instant.ofEpochSecond(1_700_000_000 + random.nextInt(COUNT))));
        if (random.nextBoolean()) {
            fields.put("openOpportunityAmount", Integer.toString(random.nextInt(1_000)));
        }
        return Customers.customer(Integer.toString(i), 1, fields);
    }

    @AfterAll
    static void close() {
        search.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name", "-name", "region,-name", "openOpportunityAmount,name", "-openOpportunityAmount",
            "-createdAt", "number", "activity"})
    void theSameAsByCursor(String sort) {
        List<String> byNumber = new ArrayList<>();
        for (int number = 1; number <= COUNT / PAGE; number++) {
            Listing<CustomerProfile> page = list(new Page(sort(sort), PAGE, number, null));
            assertThat(page.total()).isEqualTo(COUNT);
            page.records().forEach(customer -> byNumber.add(customer.id()));
        }
        List<String> byCursor = new ArrayList<>();
        String cursor = null;
        do {
            Listing<CustomerProfile> page = list(new Page(sort(sort), PAGE, 1, cursor));
            page.records().forEach(customer -> byCursor.add(customer.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(byNumber).isEqualTo(byCursor).hasSize(COUNT);
    }

    @Test
    void aCursorGoesOnBehindADeepPage() {
        Listing<CustomerProfile> page = list(new Page(sort("name"), PAGE, 10, null));
        assertThat(list(new Page(sort("name"), PAGE, 1, page.nextCursor())).records().getFirst().id())
                .isEqualTo(list(new Page(sort("name"), PAGE, 11, null)).records().getFirst().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "number", "-createdAt"})
    void littleIsSortedBeforeTheyBegin(String sort) {
        Query all = Query.of(query -> query.matchAll(every -> every));
        DeepPages.Start start = new DeepPages(search.bean(IndexAccess.class)).of(
                search.bean(Indexes.class).alias(RecordKind.CUSTOMER), all,
                Sorting.parts(customers, ALL, all, sort(sort)).getFirst().sort(), 2_400);
        assertThat(start.before() + start.from()).isEqualTo(2_400);
        assertThat(start.from()).isLessThan(1_000);
    }

    private static Listing<CustomerProfile> list(Page page) {
        return search.lists().list(customers, ALL, page);
    }

    private static List<SortBy> sort(String fields) {
        return fields.isEmpty() ? List.of() : Arrays.stream(fields.split(","))
                .map(field -> new SortBy(field.replace("-", ""), field.startsWith("-"))).toList();
    }
}
