package io.rapport.customer.application.rights;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Role;
import io.rapport.customer.domain.customers.Assignment;
import io.rapport.rights.Action;
import io.rapport.rights.Kind;
import io.rapport.rights.Rights;
import io.rapport.values.Patch;

import java.util.Objects;
import java.util.Set;

/** Who owns what is new, and who gives records to whom. */
final class OwnerRules {

    /** Whose work is with records of their own: what they enter is theirs. */
    private static final Set<Role> OWNING = Set.of(Role.REP, Role.MANAGER);

    private OwnerRules() {
    }

    /**
     * The assignment of a new record: to whoever enters it, if he says nothing else and has records of his own.
     *
     * @throws Refusal FORBIDDEN for an owner that the caller may not give records to
     */
    static Assignment ofNew(Kind kind, Assignment given, Permissions caller) {
        Assignment wanted = Assignment.SHEET.tidied(given);
        Rights rights = caller.rights();
        boolean entersHisOwn = wanted.owner() == null && rights.roles().stream().anyMatch(OWNING::contains);
        String owner = entersHisOwn ? rights.user() : wanted.owner();
        boolean his = rights.user().equals(owner);
        if (!his && owner != null && !rights.mayAssignTo(kind, owner)) {
            throw notYours();
        }
        if (!caller.owners(kind, Action.WRITE).include(owner) && !caller.owners(kind, Action.ASSIGN).include(owner)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "", "record-not-yours");
        }
        return new Assignment(owner, his && wanted.team() == null ? rights.team() : wanted.team());
    }

    /** @throws Refusal FORBIDDEN for another owner, unless the caller may give this record to him */
    static void check(Kind kind, Assignment before, Patch<Assignment> wanted, Belonging holders, Permissions caller) {
        Assignment after = before.after(wanted);
        if (!Objects.equals(before.owner(), after.owner())
                && !caller.mayAssign(kind, holders.all(), after.owner())) {
            throw notYours();
        }
    }

    private static Refusal notYours() {
        return Refusal.of(Refusal.Kind.FORBIDDEN, "owner", "assign-not-yours");
    }
}
