package io.rapport.customer.application.directory;

import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Settings;
import io.rapport.customer.domain.directory.RightsDefinition;
import io.rapport.customer.domain.directory.RightsEvent;
import org.springframework.stereotype.Component;

/** The table of rights that an administrator has settled; none as long as the declared one holds. */
@Component
public class AdministeredRights {

    private final PresentSettings<RightsDefinition> rights;

    AdministeredRights(Settings settings) {
        rights = settings.keep("rights", RightsEvent.class, RightsDefinition.class, event -> switch (event) {
            case RightsEvent.Defined(RightsDefinition definition) -> definition;
        });
    }

    public PresentSettings<RightsDefinition> settings() {
        return rights;
    }
}
