package io.rapport.customer.application.rights;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.rights.Action;
import io.rapport.rights.Kind;
import io.rapport.values.FactSheet;
import io.rapport.values.Patch;

import java.util.HashSet;
import java.util.Set;

/** What the gates of all kinds of records ask. */
final class Gates {

    private Gates() {
    }

    /** @throws Refusal UNKNOWN: who may not see a record does not learn that there is one */
    static void isVisible(Kind kind, Belonging holders, Permissions caller) {
        if (!holders.areIn(caller.owners(kind, Action.READ))) {
            throw Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
        }
    }

    /** @throws Refusal FORBIDDEN */
    static void isWritable(Kind kind, Belonging holders, Permissions caller) {
        if (!holders.areIn(caller.owners(kind, Action.WRITE))) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "", "record-not-yours");
        }
    }

    /**
     * Names of all that a patch speaks of: also of what would stay as it is, else a refusal would tell what it is.
     *
     * @param custom what it gives of custom fields; null for nothing
     */
    static <T extends Record> Set<String> fields(FactSheet<T> sheet, Patch<T> patch, CustomValues custom) {
        Set<String> fields = named(sheet.present(patch.changed()), custom);
        fields.addAll(patch.cleared());
        return fields;
    }

    /**
     * Custom fields by their own names: each has a class of its own.
     *
     * @param custom what is given of them; null for nothing
     */
    static Set<String> named(Set<String> facts, CustomValues custom) {
        Set<String> fields = new HashSet<>(facts);
        if (custom != null && fields.remove(Permissions.CUSTOM)) {
            custom.values().keySet().forEach(key -> fields.add(Permissions.CUSTOM + '.' + key));
        }
        return fields;
    }
}
