package io.rapport.reporting.export;

import io.rapport.contracts.rights.Role;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rights.ArchivedFilter;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.search.Customers;
import io.rapport.reporting.search.SearchFixture;
import io.rapport.reporting.search.catalogue.Catalogues;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.index.IndexAccess;
import io.rapport.reporting.search.index.Indexes;
import io.rapport.reporting.search.query.ListSnapshot;
import io.rapport.reporting.search.query.Selection;
import io.rapport.reporting.search.query.SortBy;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.Directory;
import io.rapport.rights.Kind;
import io.rapport.rights.Rights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** A list that changes while it is exported, or is exported in part only. */
class ListExportTest {

    private static final int COUNT = 2_300;
    private static final Selection ALL =
            new Selection(null, null, Visibility.everything(RecordKind.CUSTOMER, ArchivedFilter.EXCLUDE));

    private static SearchFixture search;
    private static FieldCatalogue<CustomerProfile> customers;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void index() {
        search = new SearchFixture();
        customers = (FieldCatalogue<CustomerProfile>) Catalogues.of(RecordKind.CUSTOMER);
    }

    @AfterAll
    static void close() {
        search.close();
    }

    @Test
    void recordsThatMoveComeOnceAndNoneIsLost() {
        store(IntStream.range(0, COUNT).mapToObj(i -> customer(i, 1, "%06d".formatted(i), false)).toList());

        List<String> read = new ArrayList<>();
        List<SortBy> byName = List.of(new SortBy("name", false));
        try (ListSnapshot<CustomerProfile> snapshot = search.lists().snapshot(customers, ALL, byName)) {
            List<CustomerProfile> part = snapshot.next();
            // The first go to the end, the last to the front, some vanish, and some are new.
            store(IntStream.range(0, 100).mapToObj(i -> customer(i, 2, "9" + i, false)).toList());
            store(IntStream.range(COUNT - 100, COUNT).mapToObj(i -> customer(i, 2, "000000", false)).toList());
            store(IntStream.range(1_500, 1_600).mapToObj(i -> customer(i, 2, "gone", true)).toList());
            store(IntStream.range(COUNT, COUNT + 100).mapToObj(i -> customer(i, 1, "8" + i, false)).toList());
            while (!part.isEmpty()) {
                part.forEach(customer -> read.add(customer.name()));
                part = snapshot.next();
            }
        }

        assertThat(read).isEqualTo(IntStream.range(0, COUNT).mapToObj("%06d"::formatted).toList());
    }

    @Test
    void whatIsNotSeenOfASortedListComesLastAndIsNotLost() {
        store(IntStream.range(0, COUNT).mapToObj(i -> owned(i, 1, false)).toList());
        Rights rep = Rights.of(DeclaredRights.get().table(), new Directory(Map.of("wangwu",
                new Directory.User("wangwu", null, Set.of(Role.REP), "/east", true))), "zhangsan", Set.of(Role.REP),
                "/east", Role.REP.scopes());
        Selection seen = new Selection(null, null, new Visibility(KindRights.of(rep, Kind.CUSTOMER, Map.of()),
                ArchivedFilter.EXCLUDE));

        List<String> read = new ArrayList<>();
        try (ListSnapshot<CustomerProfile> snapshot =
                search.lists().snapshot(customers, seen, List.of(new SortBy("annualRevenue", true)))) {
            for (List<CustomerProfile> part = snapshot.next(); !part.isEmpty(); part = snapshot.next()) {
                part.forEach(customer -> read.add(customer.name()));
            }
            assertThat(snapshot.total()).isEqualTo(COUNT);
        }

        assertThat(read.subList(0, COUNT / 2)).isEqualTo(IntStream.range(0, COUNT).filter(i -> i % 2 == 0)
                .mapToObj("%06d"::formatted).toList().reversed());
        assertThat(read.subList(COUNT / 2, COUNT)).containsExactlyInAnyOrderElementsOf(IntStream.range(0, COUNT)
                .filter(i -> i % 2 == 1).mapToObj("%06d"::formatted).toList());
        store(IntStream.range(0, COUNT).mapToObj(i -> owned(i, 2, true)).toList());
    }

    @Test
    void aSnapshotThatIsGivenUpHoldsNothing() {
        try (ListSnapshot<CustomerProfile> snapshot = search.lists().snapshot(customers, ALL, List.of())) {
            snapshot.next();
            assertThat(openContexts()).isEqualTo(1);
        }
        assertThat(openContexts()).isZero();
    }

    private static long openContexts() {
        String index = search.bean(Indexes.class).alias(RecordKind.CUSTOMER);
        return search.bean(IndexAccess.class).call(client -> client.indices().stats(stats -> stats.index(index)))
                .all().total().search().openContexts();
    }

    private static void store(List<CustomerProfile> records) {
        assertThat(search.index().store(records)).isEmpty();
        search.index().refresh(RecordKind.CUSTOMER);
    }

    private static CustomerProfile owned(int id, long version, boolean archived) {
        return Customers.customer("owned" + id, version, Map.of("name", "%06d".formatted(id), "annualRevenue", id,
                "owner", id % 2 == 0 ? "zhangsan" : "wangwu", "archived", archived));
    }

    private static CustomerProfile customer(int id, long version, String name, boolean archived) {
        return Customers.customer("c" + id, version, Map.of("name", name, "archived", archived));
    }
}
