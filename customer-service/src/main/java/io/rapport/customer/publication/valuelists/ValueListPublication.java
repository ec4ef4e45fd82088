package io.rapport.customer.publication.valuelists;

import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

/** What the world learns of changes to administered lists. */
@Component
class ValueListPublication implements EventPublication<ValueListEvent> {

    @Override
    public PublicEvent publish(ValueListEvent event) {
        return switch (event) {
            case ValueListEvent.Defined e -> new PublicEvent("value-list.defined.v1", defined(e.definition()));
        };
    }

    private static ValueListContract.Defined defined(ValueListDefinition list) {
        return new ValueListContract.Defined(list.list(), list.open(), list.entries().stream()
                .map(entry -> new ValueListContract.Entry(entry.code(), entry.label(), entry.retired())).toList());
    }
}
