package io.rapport.customer.application.opportunities;

import io.rapport.customer.application.customfields.AdministeredCustomFields;
import io.rapport.customer.application.customfields.CustomValueUse;
import io.rapport.customer.domain.opportunities.OpportunityEvent;
import io.rapport.customer.domain.opportunities.OpportunityFields;
import io.rapport.customfields.CustomFields;
import io.rapport.customfields.RecordKind;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** The custom fields of opportunities, and what opportunities hold in them. */
@Component
class OpportunityCustomValues implements OpportunityFields {

    private final AdministeredCustomFields fields;

    OpportunityCustomValues(AdministeredCustomFields fields, CustomValueUse use) {
        this.fields = fields;
        use.follow(RecordKind.OPPORTUNITY, OpportunityEvent.class, event -> switch (event) {
            case OpportunityEvent.Opened e -> CustomValueUse.given(e.facts().custom());
            case OpportunityEvent.FactsChanged e -> CustomValueUse.changed(e.changed().custom(), e.cleared());
            default -> Optional.empty();
        });
    }

    @Override
    public CustomFields custom() {
        return fields.of(RecordKind.OPPORTUNITY);
    }
}
