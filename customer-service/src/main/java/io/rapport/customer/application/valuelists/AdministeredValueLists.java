package io.rapport.customer.application.valuelists;

import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.settings.Settings;
import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListEvent;
import io.rapport.customer.domain.valuelists.ValueListName;
import org.springframework.stereotype.Component;

/** The administered lists: as the platform ships them until they are changed. */
@Component
public class AdministeredValueLists {

    private final PresentSettings<ValueListDefinition> lists;

    AdministeredValueLists(Settings settings) {
        lists = settings.keep("value-list", ValueListEvent.class, ValueListDefinition.class, event -> switch (event) {
            case ValueListEvent.Defined defined -> defined.definition();
        });
    }

    /** For commands: at most a second old. */
    public ValueListDefinition present(ValueListName name) {
        return lists.find(name.id()).map(Setting::definition).orElseGet(name::preset);
    }

    /** Those that were changed. */
    public PresentSettings<ValueListDefinition> changed() {
        return lists;
    }
}
