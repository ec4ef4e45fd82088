package io.rapport.customer.domain.customers;

import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;

/** What administrators have settled for customers, as it is when a command is handled. */
public interface CustomerSettings {

    ValueListDefinition list(ValueListName name);

    /** As the platform ships it. */
    static CustomerSettings shipped() {
        return ValueListName::preset;
    }
}
