package io.rapport.reporting.rights;

import io.rapport.contracts.rights.Scope;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

/** Turns the caller into the restriction of a query; who lacks the scope to read a kind of record sees none of it. */
@Component
public class VisibilityRules {

    /**
     * @param kind     what is asked for
     * @param archived which records the query wants
     */
    public Visibility visibility(Caller caller, RecordKind kind, ArchivedFilter archived) {
        return caller.may(readScope(kind)) ? new Visibility.All(archived) : new Visibility.Nothing();
    }

    private static Scope readScope(RecordKind kind) {
        return switch (kind) {
            case CUSTOMER, OPPORTUNITY, ORDER, EXCHANGE_RATES, CUSTOM_FIELD, PIPELINE -> Scope.CUSTOMERS_READ;
            case CONTACT -> Scope.CONTACTS_READ;
            case INTERACTION -> Scope.INTERACTIONS_READ;
        };
    }
}
