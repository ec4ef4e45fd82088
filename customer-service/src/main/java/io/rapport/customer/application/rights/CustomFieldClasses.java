package io.rapport.customer.application.rights;

import io.rapport.customer.application.customfields.AdministeredCustomFields;
import io.rapport.customfields.RecordKind;
import io.rapport.rights.FieldClass;
import io.rapport.rights.Kind;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which classes the values of custom fields belong to, at most a second behind their definitions. */
@Component
class CustomFieldClasses {

    private final AdministeredCustomFields fields;

    CustomFieldClasses(AdministeredCustomFields fields) {
        this.fields = fields;
    }

    /**
     * @param field {@code custom} for all fields of the kind, or one of them as {@code custom.size}
     * @return empty for facts
     */
    Set<FieldClass> of(Kind kind, String field) {
        return RecordKind.of(kind.code()).stream().flatMap(record -> fields.of(record).all().stream())
                .filter(one -> field.equals(Permissions.CUSTOM) || field.equals(Permissions.CUSTOM + '.' + one.key()))
                .flatMap(one -> Optional.ofNullable(one.fieldClass()).flatMap(FieldClass::of).stream())
                .collect(Collectors.toSet());
    }
}
