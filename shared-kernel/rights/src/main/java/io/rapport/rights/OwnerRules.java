package io.rapport.rights;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Role;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who owns what is new, and who gives records to whom. */
public final class OwnerRules {

    /** Whose work is with records of their own: what they enter is theirs. */
    private static final Set<Role> OWNING = Set.of(Role.REP, Role.MANAGER);

    private OwnerRules() {
    }

    /**
     * The assignment of a new record: to whoever enters it, if he says nothing else and has records of his own.
     *
     * @param rights of whoever enters it
     * @param owners whose records of the kind they reach, for each action
     * @throws Refusal FORBIDDEN for an owner that the caller may not give records to
     */
    public static Assignment ofNew(Kind kind, Assignment given, Rights rights, Function<Action, Owners> owners) {
        Assignment wanted = Assignment.SHEET.tidied(given);
        boolean entersHisOwn = wanted.owner() == null && rights.roles().stream().anyMatch(OWNING::contains);
        String owner = entersHisOwn ? rights.user() : wanted.owner();
        boolean his = rights.user().equals(owner);
        if (!his && owner != null && !rights.mayAssignTo(kind, owner)) {
            throw notYours();
        }
        if (!owners.apply(Action.WRITE).include(owner) && !owners.apply(Action.ASSIGN).include(owner)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "", "record-not-yours");
        }
        return new Assignment(owner, his && wanted.team() == null ? rights.team() : wanted.team());
    }

    /**
     * @param holders whose the record is; asked only where the owner changes
     * @param assign  whose records the caller may give away, and to whom
     * @throws Refusal FORBIDDEN for another owner, unless the caller may give this record to him
     */
    public static void check(Assignment before, Patch<Assignment> wanted, Supplier<Holders> holders, Owners assign) {
        Assignment after = before.after(wanted);
        if (!Objects.equals(before.owner(), after.owner())
                && !(assign.include(holders.get()) && assign.include(after.owner()))) {
            throw notYours();
        }
    }

    private static Refusal notYours() {
        return Refusal.of(Refusal.Kind.FORBIDDEN, "owner", "assign-not-yours");
    }
}
