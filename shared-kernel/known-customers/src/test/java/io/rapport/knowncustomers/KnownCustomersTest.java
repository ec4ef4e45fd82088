package io.rapport.knowncustomers;

import io.rapport.testing.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What is known of customers follows from their events, however often and in whatever batches they come. */
class KnownCustomersTest {

    private static final Servers.Database DATABASE =
            Servers.postgres("known_" + UUID.randomUUID().toString().replace("-", ""));
    private static final JdbcClient JDBC = JdbcClient.create(
            new DriverManagerDataSource(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password()));

    private final KnownCustomerTable table = new KnownCustomerTable(JDBC);
    private final CustomerIntake intake = new CustomerIntake(null, "test", table, null);

    @BeforeEach
    void emptyTables() throws IOException {
        JDBC.sql("DROP TABLE IF EXISTS known_customer, known_customer_position").update();
        JDBC.sql(new ClassPathResource("db/migration/knowncustomers/V20261122_97__known_customer.sql")
                .getContentAsString(StandardCharsets.UTF_8)).update();
    }

    @Test
    void everythingOfInterestIsFollowed() {
        intake.store(List.of(event("a", 1, "registered", "{\"owner\":\"zhangsan\",\"team\":\"/east\"}"),
                event("a", 2, "changed", "{\"changed\":{\"name\":\"x\"}}")));
        assertThat(known("a")).isEqualTo(new KnownCustomer("a", "zhangsan", false, null, false, 1));

        intake.store(List.of(event("a", 3, "owner-assigned", "{}"), event("a", 4, "archived", "{}")));
        assertThat(known("a")).isEqualTo(new KnownCustomer("a", null, true, null, false, 4));

        intake.store(List.of(event("a", 5, "restored", "{}"),
                event("a", 6, "absorbed", "{\"from\":\"b\",\"assigned\":{\"owner\":\"lisi\"}}"),
                event("a", 7, "released", "{\"from\":\"b\"}")));
        assertThat(known("a")).isEqualTo(new KnownCustomer("a", "lisi", false, null, false, 6));

        intake.store(List.of(event("a", 8, "merged", "{\"into\":\"c\"}")));
        assertThat(table.findAnswering("a")).as("the survivor is not known yet").isEmpty();
        intake.store(List.of(event("c", 1, "registered", "{\"owner\":\"wangwu\"}")));
        assertThat(table.findAnswering("a")).hasValueSatisfying(
                answering -> assertThat(answering.owner()).isEqualTo("wangwu"));

        intake.store(List.of(event("a", 9, "unmerged", "{\"from\":\"c\"}"), event("a", 10, "withdrawn", "{}")));
        assertThat(table.findAnswering("a")).isEmpty();
    }

    @RepeatedTest(20)
    void repeatedAndLateBatchesChangeNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<CustomerMessage> all = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            all.add(event(id, 1, "registered", "{\"owner\":\"u0\"}"));
            for (int sequence = 2; sequence < 12; sequence++) {
                all.add(switch (random.nextInt(4)) {
                    case 0 -> event(id, sequence, "owner-assigned", "{\"owner\":\"u" + sequence + "\"}");
                    case 1 -> event(id, sequence, random.nextBoolean() ? "archived" : "restored", "{}");
                    case 2 -> event(id, sequence, "merged", "{\"into\":\"d\"}");
                    default -> event(id, sequence, "changed", "{}");
                });
            }
        }
        intake.store(all);
        Map<String, KnownCustomer> wanted = table.find(List.of("a", "b", "c"));

        for (int i = 0; i < 5; i++) {
            int from = random.nextInt(all.size());
            intake.store(all.subList(from, from + 1 + random.nextInt(all.size() - from)));
        }

        assertThat(table.find(List.of("a", "b", "c"))).isEqualTo(wanted);
    }

    private KnownCustomer known(String id) {
        return table.find(List.of(id)).get(id);
    }

    private static CustomerMessage event(String id, long sequence, String type, String data) {
        return new CustomerMessage(id, "customer." + type + ".v1", sequence, JsonMapper.shared().readTree(data));
    }
}
