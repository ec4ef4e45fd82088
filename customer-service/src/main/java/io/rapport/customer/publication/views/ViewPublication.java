package io.rapport.customer.publication.views;

import io.rapport.customer.domain.views.ViewDefinition;
import io.rapport.customer.domain.views.ViewEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What the world learns of views. */
@Component
class ViewPublication implements EventPublication<ViewEvent> {

    @Override
    public PublicEvent publish(ViewEvent event) {
        return switch (event) {
            case ViewEvent.Saved e -> new PublicEvent("view.saved.v1", saved(e.definition()));
            case ViewEvent.Removed _ -> new PublicEvent("view.removed.v1", Map.of());
        };
    }

    private static ViewContract.Saved saved(ViewDefinition view) {
        return new ViewContract.Saved(view.name(), view.recordKind(), view.q(), view.columns(), view.filter(),
                view.sort(), view.shared(), view.owner());
    }
}
