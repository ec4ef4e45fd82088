package io.rapport.customer.application.orders;

import io.rapport.customer.application.customfields.AdministeredCustomFields;
import io.rapport.customer.application.customfields.CustomValueUse;
import io.rapport.customer.domain.orders.OrderEvent;
import io.rapport.customer.domain.orders.OrderFields;
import io.rapport.customfields.CustomFields;
import io.rapport.customfields.RecordKind;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** The custom fields of orders, and what orders hold in them. */
@Component
class AdministeredOrderFields implements OrderFields {

    private final AdministeredCustomFields fields;

    AdministeredOrderFields(AdministeredCustomFields fields, CustomValueUse use) {
        this.fields = fields;
        use.follow(RecordKind.ORDER, OrderEvent.class, event -> switch (event) {
            case OrderEvent.Placed e -> CustomValueUse.given(e.facts().custom());
            case OrderEvent.FactsChanged e -> CustomValueUse.changed(e.changed().custom(), e.cleared());
            default -> Optional.empty();
        });
    }

    @Override
    public CustomFields customFields() {
        return fields.of(RecordKind.ORDER);
    }
}
