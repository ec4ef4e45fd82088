package io.rapport.customer.application.rights;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.CustomerOwners;
import io.rapport.rights.Action;
import io.rapport.rights.FieldClass;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

/** Whether a caller may do something that concerns a customer, by the customer's id. */
@Component
public class CustomerAccess {

    private final CallerPermissions permissions;
    private final CustomerOwners customers;

    CustomerAccess(CallerPermissions permissions, CustomerOwners customers) {
        this.permissions = permissions;
        this.customers = customers;
    }

    /** @throws Refusal UNKNOWN for a customer that the caller does not see, or that there is not */
    public void checkRead(String customerId, Caller caller) {
        holders(customerId, caller);
    }

    /** @throws Refusal as {@link #checkRead}, and FORBIDDEN for one that the caller only sees */
    public void checkWrite(String customerId, Caller caller) {
        Holders holders = holders(customerId, caller);
        if (!permissions.of(caller).owners(Kind.CUSTOMER, Action.WRITE).include(holders)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "", "record-not-yours");
        }
    }

    /** Whether the caller sees amounts of money of a customer. */
    public boolean seesMoney(String customerId, Caller caller) {
        return customers.holders(customerId)
                .filter(holders -> permissions.of(caller).rights().full(Kind.ORDER, FieldClass.MONEY).include(holders))
                .isPresent();
    }

    private Holders holders(String customerId, Caller caller) {
        return customers.holders(customerId)
                .filter(found -> permissions.of(caller).owners(Kind.CUSTOMER, Action.READ).include(found))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "id", "unknown"));
    }
}
