package io.rapport.customer.domain.customers;

import io.rapport.contracts.CustomValues;
import io.rapport.customer.domain.customers.CustomerEvent.Absorbed;
import io.rapport.customer.domain.customers.CustomerEvent.ActivityClosed;
import io.rapport.customer.domain.customers.CustomerEvent.Archived;
import io.rapport.customer.domain.customers.CustomerEvent.FactsChanged;
import io.rapport.customer.domain.customers.CustomerEvent.LifecycleOverridden;
import io.rapport.customer.domain.customers.CustomerEvent.MergedInto;
import io.rapport.customer.domain.customers.CustomerEvent.OwnerAssigned;
import io.rapport.customer.domain.customers.CustomerEvent.Registered;
import io.rapport.customer.domain.customers.CustomerEvent.ReviewRequested;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.values.Assignment;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerSnapshotTest {

    private static final JsonMapper JSON = StoredJson.mapper();

    @Test
    void aSnapshotHoldsTheFullState() throws IOException {
        Customer customer = customerWithEveryField();
        Customer read = JSON.readValue(JSON.writeValueAsBytes(customer), Customer.class);
        assertThat(read).usingRecursiveComparison().isEqualTo(customer);
        assertThat(read).hasNoNullFieldsOrProperties();
        assertThat(read).extracting("state").satisfies(state -> assertThat(state).hasNoNullFieldsOrProperties());
        assertThat(read).extracting("state.facts").satisfies(facts -> assertThat(facts).hasNoNullFieldsOrProperties());
        assertThat(read).extracting("state.activityClosed", "state.archived").containsExactly(true, true);
    }

    private static Customer customerWithEveryField() throws IOException {
        Customer customer = new Customer();
        try (InputStream file = CustomerSnapshotTest.class.getResourceAsStream("/history/customer.registered-1.json")) {
            customer.on(JSON.readValue(file, Registered.class));
        }
        customer.on(new FactsChanged(null, CustomerFacts.named(null).withCustom(new CustomValues(Map.of("budget",
                new BigDecimal("12.5"), "colours", List.of("RED"), "vip", true, "since", "2026-01-31"))), Set.of()));
        customer.on(new OwnerAssigned("lisi", "/north/beijing"));
        customer.on(new ActivityClosed());
        customer.on(new LifecycleOverridden(LifecycleStage.CHURNED));
        customer.on(new ReviewRequested("zhangsan", "Imported customers"));
        customer.on(new Absorbed("b", List.of("b", "c"), new ChangedValues(CustomerFactsBuilder.facts().phone("95588")
                .build(), Set.of(), new Assignment("lisi", "/north"), SalesStatus.LOST, true)));
        customer.on(new Archived());
        customer.on(new CustomerEvent.ToldApart("e", true));
        customer.on(new MergedInto("d"));
        return customer;
    }
}
