package io.rapport.customer.application.customers;

import io.rapport.customer.application.customfields.AdministeredCustomFields;
import io.rapport.customer.application.valuelists.AdministeredValueLists;
import io.rapport.customer.domain.customers.CustomerSettings;
import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.customfields.CustomFields;
import io.rapport.customfields.RecordKind;
import org.springframework.stereotype.Component;

/** What commands to customers find settled. */
@Component
class AdministeredCustomerSettings implements CustomerSettings {

    private final AdministeredValueLists lists;
    private final AdministeredCustomFields fields;

    AdministeredCustomerSettings(AdministeredValueLists lists, AdministeredCustomFields fields) {
        this.lists = lists;
        this.fields = fields;
    }

    @Override
    public ValueListDefinition list(ValueListName name) {
        return lists.present(name);
    }

    @Override
    public CustomFields customFields() {
        return fields.of(RecordKind.CUSTOMER);
    }
}
