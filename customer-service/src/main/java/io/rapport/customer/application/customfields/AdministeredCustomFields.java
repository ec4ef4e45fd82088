package io.rapport.customer.application.customfields;

import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.settings.Settings;
import io.rapport.customer.domain.customfields.CustomFieldEvent;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFields;
import io.rapport.customfields.RecordKind;
import io.rapport.customfields.UniqueValues;
import org.springframework.stereotype.Component;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The custom fields that administrators have defined. */
@Component
public class AdministeredCustomFields {

    private final PresentSettings<CustomFieldDefinition> definitions;
    private final UniqueValues unique;
    private volatile ByKind latest = new ByKind(List.of(), Map.of());

    AdministeredCustomFields(Settings settings, UniqueValues unique) {
        this.unique = unique;
        definitions = settings.keep("custom-field", CustomFieldEvent.class, CustomFieldDefinition.class,
                event -> switch (event) {
                    case CustomFieldEvent.Defined defined -> defined.definition();
                    case CustomFieldEvent.Removed _ -> null;
                });
    }

    /** The fields of each kind, made of one reading of the settings. */
    private record ByKind(List<Setting<CustomFieldDefinition>> source, Map<RecordKind, CustomFields> fields) {
    }

    /** For commands and imports: at most a second old. */
    public CustomFields of(RecordKind kind) {
        List<Setting<CustomFieldDefinition>> present = definitions.all();
        ByKind known = latest;
        if (known.source() != present) {
            Map<RecordKind, CustomFields> fields = new EnumMap<>(RecordKind.class);
            for (RecordKind each : RecordKind.values()) {
                fields.put(each, new CustomFields(present.stream().map(Setting::definition)
                        .filter(field -> field.recordKind() == each).toList(), unique));
            }
            known = new ByKind(present, fields);
            latest = known;
        }
        return known.fields().getOrDefault(kind, CustomFields.NONE);
    }

    /** With their versions. */
    public PresentSettings<CustomFieldDefinition> definitions() {
        return definitions;
    }
}
