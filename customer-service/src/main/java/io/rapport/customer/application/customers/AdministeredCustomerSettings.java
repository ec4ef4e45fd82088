package io.rapport.customer.application.customers;

import io.rapport.customer.application.valuelists.AdministeredValueLists;
import io.rapport.customer.domain.customers.CustomerSettings;
import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;
import org.springframework.stereotype.Component;

/** What commands to customers find settled. */
@Component
class AdministeredCustomerSettings implements CustomerSettings {

    private final AdministeredValueLists lists;

    AdministeredCustomerSettings(AdministeredValueLists lists) {
        this.lists = lists;
    }

    @Override
    public ValueListDefinition list(ValueListName name) {
        return lists.present(name);
    }
}
