package io.rapport.customer.application.rights;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.rights.Action;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.Detail;
import io.rapport.rights.FieldClass;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.rights.Owners;
import io.rapport.rights.Rights;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What one caller may do to records. Remembers what it once found: thousands of commands may ask. */
final class Permissions {

    /** Stands for all custom fields of a record; one of them as {@code custom.size}. */
    static final String CUSTOM = "custom";

    private final Rights rights;
    private final CustomFieldClasses custom;
    private final Map<Asked, Owners> owners = new ConcurrentHashMap<>();

    /** @param what an {@link Action} or a {@link FieldClass} */
    private record Asked(Kind kind, Enum<?> what) {
    }

    Permissions(Rights rights, CustomFieldClasses custom) {
        this.rights = rights;
        this.custom = custom;
    }

    Rights rights() {
        return rights;
    }

    Owners owners(Kind kind, Action action) {
        return owners.computeIfAbsent(new Asked(kind, action), _ -> rights.owners(kind, action));
    }

    /**
     * Whoever does not see a field as it is does not write it either.
     *
     * @param holders of the record
     * @param fields  names of those that are to be written; a part of one as {@code address.delivery}
     * @param prefix  of the names in the refusal
     * @throws Refusal FORBIDDEN naming every field at fault
     */
    void checkFields(Kind kind, Belonging holders, Collection<String> fields, String prefix) {
        Set<FieldClass> hidden = EnumSet.noneOf(FieldClass.class);
        for (FieldClass one : FieldClass.values()) {
            if (!holders.areIn(full(kind, one))) {
                hidden.add(one);
            }
        }
        if (hidden.isEmpty()) {
            return;
        }
        List<FieldError> errors = fields.stream().filter(field -> isOfAny(hidden, kind, field)).sorted()
                .map(field -> FieldError.of(prefix + field, "field-not-yours")).toList();
        if (!errors.isEmpty()) {
            throw Refusal.forbidden(errors);
        }
    }

    /**
     * How much of a field the caller sees; of one with parts of other classes nothing unless he sees all of them.
     *
     * @param field a part of one as {@code address.delivery}
     */
    Detail detail(Kind kind, String field, Holders holders) {
        if (!isOfAny(notInFull(kind, holders), kind, field)) {
            return Detail.FULL;
        }
        return DeclaredRights.get().field(kind, field).filter(rule -> rule.mask() != null)
                .filter(rule -> rule.classes().stream()
                        .allMatch(one -> rights.masked(kind, one).include(holders))).isPresent()
                ? Detail.MASKED : Detail.HIDDEN;
    }

    /** Whether the caller sees fields of every class as they are. */
    boolean seesAllFields(Kind kind, Holders holders) {
        return notInFull(kind, holders).isEmpty();
    }

    private Set<FieldClass> notInFull(Kind kind, Holders holders) {
        Set<FieldClass> classes = EnumSet.noneOf(FieldClass.class);
        for (FieldClass one : FieldClass.values()) {
            if (!full(kind, one).include(holders)) {
                classes.add(one);
            }
        }
        return classes;
    }

    private Owners full(Kind kind, FieldClass fields) {
        return owners.computeIfAbsent(new Asked(kind, fields), _ -> rights.full(kind, fields));
    }

    private boolean isOfAny(Set<FieldClass> classes, Kind kind, String field) {
        return field.equals(CUSTOM) || field.startsWith(CUSTOM + '.')
                ? !Collections.disjoint(classes, custom.of(kind, field))
                : DeclaredRights.get().isOfAny(classes, kind, field);
    }
}
