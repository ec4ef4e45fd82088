package io.rapport.customer.application.rights;

import io.rapport.rights.Action;
import io.rapport.rights.Kind;
import io.rapport.rights.Owners;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Set;

/** Leaves of records that were found those that somebody sees: to him the others are not there. */
@Component
public class SeenRecords {

    private final CallerPermissions permissions;
    private final VisibleRecords records;

    SeenRecords(CallerPermissions permissions, VisibleRecords records) {
        this.permissions = permissions;
        this.records = records;
    }

    /**
     * @param kind of all of them
     * @param ids  of records that there are
     */
    public Set<String> of(Kind kind, Collection<String> ids, Caller caller) {
        return ids.isEmpty() || permissions.of(caller).owners(kind, Action.READ) instanceof Owners.Everyone
                ? Set.copyOf(ids) : records.visible(ids, caller);
    }
}
