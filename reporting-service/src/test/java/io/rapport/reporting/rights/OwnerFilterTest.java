package io.rapport.reporting.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;
import io.rapport.reporting.rights.Expected.Relation;
import io.rapport.testing.Tokens;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A program reaches whatever its scopes allow, unless the directory names the owners whose records it is for. */
class OwnerFilterTest extends MatrixTest {

    @Test
    void nobodyElsesRecordsAreThereForAProgramWithAnOwnerFilter() {
        String name = "erp-" + records.user(Role.REP);
        String program = Tokens.ofProgram(name, Scope.values());
        List<Expected> lines = lines(Role.INTEGRATION);
        String customers = list("customer", byId(lines, "customer"), "");
        assertThat(total(getAs(program, customers))).isEqualTo(lines.size());

        String user = """
                {"displayName":"ERP","roles":["integration"],"active":true,"ownerFilter":["%s"]}"""
                .formatted(records.teamBelow());
        publish(List.of(new ProducerRecord<>(topic("directory"), "user:" + name,
                user.getBytes(StandardCharsets.UTF_8))));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> total(getAs(program, customers)) == 1);

        for (String kind : MatrixRecords.KINDS) {
            assertThat(ids(getAs(program, list(kind, byId(lines, kind), "")))).as(kind)
                    .containsExactly(records.of(Role.INTEGRATION, Relation.TREE).ids().get(kind));
            lines.forEach(line -> assertThat(getAs(program, path(line, kind)).status()).as(kind + line)
                    .isEqualTo(line.relation() == Relation.TREE ? 200 : 404));
        }
    }
}
