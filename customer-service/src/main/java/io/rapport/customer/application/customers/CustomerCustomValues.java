package io.rapport.customer.application.customers;

import io.rapport.contracts.CustomValues;
import io.rapport.customer.application.customfields.CustomValueUse;
import io.rapport.customer.domain.customers.ChangedValues;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customfields.RecordKind;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Tells what customers hold in custom fields. */
@Component
class CustomerCustomValues {

    CustomerCustomValues(CustomValueUse use) {
        use.follow(RecordKind.CUSTOMER, CustomerEvent.class, event -> switch (event) {
            case CustomerEvent.Registered e -> CustomValueUse.given(e.facts().custom());
            case CustomerEvent.FactsChanged e -> CustomValueUse.changed(e.changed().custom(), e.cleared());
            case CustomerEvent.Absorbed e -> changed(e.values());
            case CustomerEvent.Released e -> changed(e.values());
            default -> Optional.empty();
        });
    }

    private static Optional<CustomValues> changed(ChangedValues values) {
        return CustomValueUse.changed(values.facts().custom(), values.cleared());
    }
}
