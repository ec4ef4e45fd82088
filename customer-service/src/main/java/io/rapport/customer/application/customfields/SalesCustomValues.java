package io.rapport.customer.application.customfields;

import io.rapport.customer.domain.customfields.RecordKind;
import io.rapport.customer.domain.opportunities.OpportunityEvent;
import io.rapport.customer.domain.orders.OrderEvent;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Tells what opportunities and orders hold in custom fields. */
@Component
class SalesCustomValues {

    SalesCustomValues(CustomValueUse use) {
        use.follow(RecordKind.OPPORTUNITY, OpportunityEvent.class, event -> switch (event) {
            case OpportunityEvent.Opened e -> CustomValueUse.given(e.facts().custom());
            case OpportunityEvent.FactsChanged e -> CustomValueUse.changed(e.changed().custom(), e.cleared());
            default -> Optional.empty();
        });
        use.follow(RecordKind.ORDER, OrderEvent.class, event -> switch (event) {
            case OrderEvent.Placed e -> CustomValueUse.given(e.facts().custom());
            case OrderEvent.FactsChanged e -> CustomValueUse.changed(e.changed().custom(), e.cleared());
            default -> Optional.empty();
        });
    }
}
