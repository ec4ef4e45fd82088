package io.rapport.customer.domain.customers;

import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.customfields.CustomFields;

/** What administrators have settled for customers, as it is when a command is handled. */
public interface CustomerSettings {

    ValueListDefinition list(ValueListName name);

    /** Those of customers. */
    CustomFields customFields();

    /** As the platform ships it. */
    static CustomerSettings shipped() {
        return new CustomerSettings() {
            @Override
            public ValueListDefinition list(ValueListName name) {
                return name.preset();
            }

            @Override
            public CustomFields customFields() {
                return CustomFields.NONE;
            }
        };
    }
}
