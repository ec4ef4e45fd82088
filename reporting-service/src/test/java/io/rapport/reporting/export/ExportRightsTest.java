package io.rapport.reporting.export;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.rights.Role;
import io.rapport.reporting.ReportingTest;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExportRightsTest extends ReportingTest {

    @Autowired
    private ExportQuotas quotas;

    @Test
    void aMarketerTakesSegmentsAwayWithoutTelephoneNumbers() {
        String id = newId();
        publish(customerRegistered(id, "某公司", "{\"phone\":\"13800000001\"}"));
        String segment = newId();
        segment(segment, "{\"recordKind\":\"customer\",\"filter\":\"id eq '" + id + "'\"}");
        String marketer = Tokens.of(Role.MARKETER, "marketer", null);
        String seen = new ConsistencyToken("customer", id, 1).encoded();

        Answer members = getAs(marketer, "/api/customers/export?format=csv&segment=" + segment, "Consistency-Token", seen);
        Answer all = getAs(marketer, "/api/customers/export?format=csv", "Consistency-Token", seen);

        assertThat(members.status()).as(members.toString()).isEqualTo(200);
        assertThat(members.body()).contains("某公司", "138****0001").doesNotContain("13800000001");
        assertThat(all.status()).isEqualTo(403);
    }

    @Test
    void nobodyTakesAwayMoreThanHisRoleGivesInADay() {
        String user = newId();
        quotas.take(user, 600, 1_000);

        assertThatThrownBy(() -> quotas.take(user, 401, 1_000)).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.code()).isEqualTo("export-limit-reached"));
        quotas.take(user, 400, 1_000);
        assertThatThrownBy(() -> quotas.take(user, 1, 1_000)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatWasTakenAwayCountsAlsoAfterTheDatabaseWasLost() {
        String user = newId();
        String id = newId();
        publish(event("customer.registered.v1", id, 1, """
                {"number":"%s","facts":{"name":"某公司"},"salesStatus":"POTENTIAL","owner":"%s"}"""
                .formatted(id.substring(0, 8), user)));
        String rep = Tokens.of(Role.REP, user, "/quota");
        assertThat(getAs(rep, "/api/customers/export?format=csv", "Consistency-Token",
                new ConsistencyToken("customer", id, 1).encoded()).body()).contains("某公司");

        database().getCollection("export_quotas").drop();

        assertThatThrownBy(() -> quotas.take(user, 1_000, 1_000)).isInstanceOf(ProblemException.class);
        quotas.take(user, 999, 1_000);
    }
}
