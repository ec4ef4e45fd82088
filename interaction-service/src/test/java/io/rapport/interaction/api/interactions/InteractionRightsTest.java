package io.rapport.interaction.api.interactions;

import io.rapport.interaction.RunningInteractionService;
import io.rapport.contracts.rights.Role;
import io.rapport.knowncustomers.BelongingMatrix;
import io.rapport.rights.Kind;
import io.rapport.rights.autoconfiguration.DirectoryFeed;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may enter and change interactions, and for which customers. */
class InteractionRightsTest extends RunningInteractionService {

    private static final String COLLECTION = "/api/interactions";
    private static final String FACTS = "\"kind\":\"CALL\",\"time\":\"2026-01-01T00:00:00Z\"";

    @Autowired DirectoryFeed directory;
    @Autowired Environment environment;

    @TestFactory
    Stream<DynamicTest> everyRoleGetsFromEveryRecordWhatItsReachSays() {
        return new BelongingMatrix(Kind.INTERACTION, "interaction-service", COLLECTION, FACTS, this::as, customers())
                .inDirectory(directory, environment).tests();
    }

    @Test
    void aCustomerOfAMomentAgoCountsAndSoDoesItsNewOwner() {
        RapportClient lisi = as(Tokens.of(Role.REP, "lisi", "/north"));
        String customer = customers().registered("wangwu");
        assertProblem(lisi.post(COLLECTION, of(customer)), 422, "invalid-content", "customerId");

        customers().happened(customer, "customer.owner-assigned.v1", "{\"owner\":\"lisi\"}");

        assertThat(lisi.post(COLLECTION, of(customer)).status()).isEqualTo(201);
    }

    @Test
    void aMergedCustomerIsSeenAsTheOneThatAnswersForIt() {
        RapportClient lisi = as(Tokens.of(Role.REP, "lisi", "/north"));
        String absorbed = customers().registered("wangwu");
        customers().happened(absorbed, "customer.merged.v1",
                "{\"into\":\"" + customers().registered("lisi") + "\"}");

        assertThat(lisi.post(COLLECTION, of(absorbed)).status()).isEqualTo(201);
    }

    @Test
    void whoDoesNotSeeARecordIsNotToldItsPastEither() {
        RapportClient lisi = as(Tokens.of(Role.REP, "lisi", "/north"));
        RapportClient wangwu = as(Tokens.of(Role.REP, "wangwu", "/south"));
        RapportClient administrator = as(Tokens.administrator());
        String path = administrator.post(COLLECTION, of(customers().registered("lisi"))).header("Location")
                .orElseThrow();
        String id = path.substring(path.lastIndexOf('/') + 1);
        String until = "until=" + Instant.now().plusSeconds(60);
        String events = "/internal/records/" + id + "/events?" + until;
        String several = "/internal/records/events?id=" + id + '&' + until;

        assertThat(lisi.get(events).json()).hasSize(1);
        assertThat(lisi.get(several).json()).hasSize(1);
        assertThat(wangwu.get(events).json()).isEmpty();
        assertThat(wangwu.get(several).json()).isEmpty();

        String next = customers().registered("wangwu");
        assertThat(administrator.patch(path, "{\"customerId\":\"" + next + "\"}").status()).isEqualTo(204);
        assertThat(wangwu.get(events).json()).as("he owns the customer that it belongs to now").hasSize(2);
        assertThat(lisi.get(events).json()).isEmpty();
    }

    @Test
    void whatTheOwnerDoesNotKnowOrCannotBeAskedForIsNotReferredTo() {
        RapportClient administrator = as(Tokens.administrator());
        String unknown = UUID.randomUUID().toString();
        String path = administrator.post(COLLECTION, '{' + FACTS + '}').header("Location").orElseThrow();

        assertProblem(administrator.post(COLLECTION, of(unknown)), 422, "invalid-content", "customerId");
        assertProblem(administrator.patch(path, "{\"customerId\":\"" + unknown + "\"}"), 422, "invalid-content",
                "customerId");
        customers().away(true);
        try {
            assertProblem(administrator.post(COLLECTION, of(unknown)), 503);
        } finally {
            customers().away(false);
        }
        Answer withdrawn = administrator.post(COLLECTION, of(withdrawn()));
        assertProblem(withdrawn, 422, "invalid-content", "customerId");
    }

    private static String withdrawn() {
        String id = customers().registered("lisi");
        customers().happened(id, "customer.withdrawn.v1", "{}");
        return id;
    }

    private static String of(String customerId) {
        return '{' + FACTS + ",\"customerId\":\"" + customerId + "\"}";
    }
}
