package io.rapport.reporting.rights;

import io.rapport.rights.Action;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.Detail;
import io.rapport.rights.FieldClass;
import io.rapport.rights.FieldRule;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.rights.Owners;
import io.rapport.rights.Rights;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one caller may of one kind of record: which rows, and in which of them which fields. What is asked here is asked
 * of no storage.
 */
public final class KindRights {

    /** Of what nobody has defined, or not yet: whoever sees everything sees it. */
    private static final FieldRule UNDEFINED = new FieldRule(Set.of(FieldClass.values()), null);

    /** What the names of custom fields begin with. */
    static final String CUSTOM = "custom.";

    private final Kind kind;
    private final Map<String, Optional<FieldRule>> custom;
    private final Map<Action, Owners> rows = new EnumMap<>(Action.class);
    private final Map<FieldClass, Owners> full = new EnumMap<>(FieldClass.class);
    private final Map<FieldClass, Owners> masked = new EnumMap<>(FieldClass.class);

    private KindRights(Kind kind, Map<String, Optional<FieldRule>> custom) {
        this.kind = kind;
        this.custom = Map.copyOf(custom);
    }

    /**
     * What a caller may of a kind of record.
     *
     * @param custom what is said of the kind's custom fields, by names as {@code custom.size}; empty for facts
     */
    public static KindRights of(Rights rights, Kind kind, Map<String, Optional<FieldRule>> custom) {
        KindRights all = new KindRights(kind, custom);
        for (Action action : Action.values()) {
            all.rows.put(action, rights.owners(kind, action));
        }
        for (FieldClass fields : FieldClass.values()) {
            all.full.put(fields, rights.full(kind, fields));
            all.masked.put(fields, rights.masked(kind, fields));
        }
        return all;
    }

    /** What the service itself may, for work that nobody is shown. */
    public static KindRights everything(Kind kind) {
        KindRights all = new KindRights(kind, Map.of());
        for (Action action : Action.values()) {
            all.rows.put(action, Owners.EVERYONE);
        }
        for (FieldClass fields : FieldClass.values()) {
            all.full.put(fields, Owners.EVERYONE);
            all.masked.put(fields, Owners.EVERYONE);
        }
        return all;
    }

    public static KindRights nothing(Kind kind) {
        KindRights none = new KindRights(kind, Map.of());
        for (Action action : Action.values()) {
            none.rows.put(action, Owners.NOBODY);
        }
        for (FieldClass fields : FieldClass.values()) {
            none.full.put(fields, Owners.NOBODY);
            none.masked.put(fields, Owners.NOBODY);
        }
        return none;
    }

    /** The same, where only these rows may be read. */
    public KindRights within(Owners owners) {
        KindRights fewer = new KindRights(kind, custom);
        fewer.rows.putAll(rows);
        fewer.rows.put(Action.READ, rows().and(owners));
        fewer.full.putAll(full);
        fewer.masked.putAll(masked);
        return fewer;
    }

    /** The same without contact data in full: masked where it may be seen. */
    public KindRights maskingContactData() {
        KindRights less = within(Owners.EVERYONE);
        less.full.put(FieldClass.CONTACT_DATA, Owners.NOBODY);
        return less;
    }

    /** Whose records are there for the caller. */
    public Owners rows() {
        return rows(Action.READ);
    }

    public Owners rows(Action action) {
        return rows.get(action);
    }

    /** In whose records the fields of a class are seen as they are. */
    public Owners full(FieldClass fields) {
        return full.get(fields);
    }

    /**
     * In whose records a field is seen as it is.
     *
     * @param field a part of another one as {@code address.delivery}
     */
    public Owners full(String field) {
        return rule(field).map(rule -> all(full, rule.classes())).orElse(Owners.EVERYONE);
    }

    /** Whether the caller sees the field as it is in no record: it cannot be asked for then. */
    public boolean neverFull(String field) {
        return full(field) instanceof Owners.Nobody;
    }

    /** Whether the caller sees nothing of the field in any record: there is no such field for him. */
    public boolean hides(String field) {
        return rule(field).map(this::neverSeen).orElse(false);
    }

    private boolean neverSeen(FieldRule rule) {
        return all(rule.mask() == null ? full : masked, rule.classes()) instanceof Owners.Nobody;
    }

    /** How much the caller sees of a field in a record that these hold. */
    Detail detail(FieldRule rule, Holders holders) {
        if (rule.classes().stream().allMatch(fields -> full.get(fields).include(holders))) {
            return Detail.FULL;
        }
        return rule.mask() != null && rule.classes().stream().allMatch(fields -> masked.get(fields).include(holders))
                ? Detail.MASKED : Detail.HIDDEN;
    }

    /** How much the caller sees of a field, or of the field that it is a part of, in a record that these hold. */
    public Detail detail(String field, Holders holders) {
        return rule(field).map(rule -> detail(rule, holders)).orElse(Detail.FULL);
    }

    /**
     * What is declared of a field, or of the field that it is a part of.
     *
     * @return empty for a fact
     */
    public Optional<FieldRule> rule(String field) {
        return field.startsWith(CUSTOM) ? custom.getOrDefault(field, Optional.of(UNDEFINED))
                : DeclaredRights.get().field(kind, field);
    }

    /** The contact data that a field is, is a part of, or has as parts, by their names. */
    public Stream<String> contactDataIn(String field) {
        return Stream.concat(rule(field).filter(ShownFields::isContactData).map(_ -> field).stream(),
                classed().entrySet().stream().filter(rule -> rule.getKey().startsWith(field + '.')
                        && ShownFields.isContactData(rule.getValue())).map(Map.Entry::getKey));
    }

    /** In whose records every custom field is seen as it is, whatever is defined of it. */
    public Owners fullOfAllCustom() {
        return custom.keySet().stream().map(this::full).reduce(Owners.EVERYONE, Owners::and);
    }

    /** The fields of the kind that are not facts. */
    Map<String, FieldRule> classed() {
        Map<String, FieldRule> classed = new LinkedHashMap<>(DeclaredRights.get().fields(kind));
        custom.forEach((name, rule) -> rule.ifPresent(known -> classed.put(name, known)));
        return classed;
    }

    private static Owners all(Map<FieldClass, Owners> of, Set<FieldClass> classes) {
        return classes.stream().map(of::get).reduce(Owners.EVERYONE, Owners::and);
    }
}
