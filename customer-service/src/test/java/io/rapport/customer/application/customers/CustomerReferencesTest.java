package io.rapport.customer.application.customers;

import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.customers.CustomerReferences;
import io.rapport.customer.domain.customers.CustomerReferences.Standing;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.RapportClient;
import io.rapport.values.FieldErrors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerReferencesTest extends RunningCustomerService {

    @Autowired
    private CustomerReferences references;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aCustomerIsInUseUntilItIsArchivedAndAgainWhenItIsRestored() {
        RapportClient rep = as(Tokens.rep());
        String id = registered(rep);
        assertThat(references.of(id)).isEqualTo(Standing.IN_USE);

        rep.delete("/api/customers/" + id + "?reason=x");
        assertThat(references.of(id)).isEqualTo(Standing.ARCHIVED);

        rep.post("/api/customers/" + id + "/restore", "");
        assertThat(references.of(id)).isEqualTo(Standing.IN_USE);
    }

    @Test
    void whatIsNoCustomerIsUnknown() {
        assertThat(references.of(UUID.randomUUID().toString())).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void manyLookedUpTogetherAreKnownUntilTheTransactionEnds() {
        String id = registered(as(Tokens.rep()));
        String unknown = UUID.randomUUID().toString();
        transaction.executeWithoutResult(_ -> {
            references.prepare(List.of(id));
            references.prepare(List.of(unknown));
            as(Tokens.rep()).delete("/api/customers/" + id + "?reason=x");
            assertThat(references.of(id)).isEqualTo(Standing.IN_USE);
            assertThat(references.of(unknown)).isEqualTo(Standing.UNKNOWN);
        });
        assertThat(references.of(id)).isEqualTo(Standing.ARCHIVED);
    }

    @Test
    void theReasonNamesTheField() {
        FieldErrors errors = new FieldErrors();
        references.check("customerId", null, errors);
        references.check("a", "nobody", errors);
        references.check("b", UUID.randomUUID().toString(), errors);
        assertThat(errors.asList()).extracting(error -> error.field() + ' ' + error.code())
                .containsExactly("a id-malformed", "b customer-unknown");
    }

    private static String registered(RapportClient rep) {
        return rep.post("/api/customers", "{\"name\":\"华为公司\"}").json().get("id").stringValue();
    }
}
