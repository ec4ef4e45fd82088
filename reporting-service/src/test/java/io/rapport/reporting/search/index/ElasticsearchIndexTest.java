package io.rapport.reporting.search.index;

import co.elastic.clients.json.JsonData;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.SearchIndex;
import io.rapport.reporting.search.Customers;
import io.rapport.reporting.search.SearchFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ElasticsearchIndexTest {

    private static SearchFixture search;

    @BeforeAll
    static void open() {
        search = new SearchFixture();
    }

    @AfterAll
    static void close() {
        search.close();
    }

    @Test
    void olderAndRepeatedVersionsAreHarmless() {
        SearchIndex index = search.index();
        assertThat(index.store(List.of(customer("a", 2)))).isEmpty();
        assertThat(index.store(List.of(customer("a", 1), customer("a", 2)))).isEmpty();
        assertThat(index.versionOf(RecordKind.CUSTOMER, "a")).describedAs("before any refresh").isEqualTo(2);
        assertThat(index.versionOf(RecordKind.CUSTOMER, "nobody")).isZero();
    }

    @Test
    void handsOutEveryRecordInOrder() {
        List<CustomerProfile> records = IntStream.range(0, 6_001)
                .mapToObj(i -> customer("many-%05d".formatted(i), i + 1)).toList();
        assertThat(search.index().store(records)).isEmpty();
        List<String> seen = new ArrayList<>();
        search.index().forEach(RecordKind.CUSTOMER, (id, version) -> {
            if (id.startsWith("many-")) {
                seen.add(id + "@" + version);
            }
        });
        assertThat(seen).isEqualTo(records.stream().map(record -> record.id() + "@" + record.version()).toList());
    }

    @Test
    void textsOfAnyLengthAndKindAreStored() {
        String odd = "\uD83D\uDE00 \u0000\u200B\uFFFF ".repeat(10) + "長".repeat(50_000);
        assertThat(search.index().store(List.of(Customers.customer("odd", 1, Map.of("name", odd, "needs", odd,
                "tags", List.of(odd, "", " "), "phone", odd, "email", odd, "website", odd, "number", odd))))).isEmpty();
    }

    @Test
    void theNameOfItsStorageStays() {
        assertThat(search.index().identity()).isEqualTo(search.index().identity()).contains("customer=", "interaction=");
    }

    @Test
    void anIndexOfAnotherDefinitionIsMadeAnew() {
        try (SearchFixture own = new SearchFixture()) {
            Indexes indexes = own.bean(Indexes.class);
            assertThat(own.index().store(List.of(customer("a", 3)))).isEmpty();
            String before = own.index().identity();
            own.bean(IndexAccess.class).call(client -> client.indices().putMapping(put -> put
                    .index(indexes.alias(RecordKind.CUSTOMER)).meta("definition", JsonData.of("former"))));
            indexes.doubt();

            assertThat(own.index().identity()).isNotEqualTo(before);
            assertThat(own.index().versionOf(RecordKind.CUSTOMER, "a")).isZero();
            String after = own.index().identity();
            indexes.doubt();
            assertThat(own.index().identity()).isEqualTo(after);
        }
    }

    @Test
    void whatIsClearedIsAnotherIndex() {
        try (SearchFixture own = new SearchFixture()) {
            assertThat(own.index().store(List.of(customer("a", 3)))).isEmpty();
            String before = own.index().identity();

            own.index().clear();

            assertThat(own.index().versionOf(RecordKind.CUSTOMER, "a")).isZero();
            assertThat(own.index().identity()).isNotEqualTo(before);
        }
    }

    @Test
    void aServiceStartsWithoutElasticsearchAndSaysSoWhenAsked() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        try (SearchFixture alone = new SearchFixture("http://127.0.0.1:" + nobody)) {
            assertThatThrownBy(() -> alone.index().store(List.of(customer("a", 1)))).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(() -> alone.index().identity()).isInstanceOf(IndexUnavailable.class);
        }
    }

    private static CustomerProfile customer(String id, long version) {
        return Customers.customer(id, version, Map.of("name", "Customer " + id));
    }
}
