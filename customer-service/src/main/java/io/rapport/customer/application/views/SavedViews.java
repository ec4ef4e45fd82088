package io.rapport.customer.application.views;

import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Settings;
import io.rapport.customer.domain.views.ViewDefinition;
import io.rapport.customer.domain.views.ViewEvent;
import org.springframework.stereotype.Component;

/** The views of everybody. */
@Component
public class SavedViews {

    private final PresentSettings<ViewDefinition> views;

    SavedViews(Settings settings) {
        views = settings.keep("view", ViewEvent.class, ViewDefinition.class, event -> switch (event) {
            case ViewEvent.Saved saved -> saved.definition();
            case ViewEvent.Removed _ -> null;
        });
    }

    public PresentSettings<ViewDefinition> present() {
        return views;
    }
}
