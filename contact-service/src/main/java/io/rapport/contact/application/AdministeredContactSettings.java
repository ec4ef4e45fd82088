package io.rapport.contact.application;

import io.rapport.contact.domain.ContactSettings;
import io.rapport.customfields.CustomFields;
import io.rapport.customfields.RecordKind;
import io.rapport.knowncustomers.KnownCustomFields;
import org.springframework.stereotype.Component;

/** What administrators have settled in the customer service, as far as its topic has told. */
@Component
class AdministeredContactSettings implements ContactSettings {

    private final KnownCustomFields fields;

    AdministeredContactSettings(KnownCustomFields fields) {
        this.fields = fields;
    }

    @Override
    public CustomFields customFields() {
        return fields.of(RecordKind.CONTACT);
    }
}
