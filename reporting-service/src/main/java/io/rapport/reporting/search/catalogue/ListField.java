package io.rapport.reporting.search.catalogue;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One field of a list. This one declaration says how it is indexed, filtered, sorted, searched and counted.
 *
 * @param name  as in JSON and in filters; a part of another field as {@code address.delivery}
 * @param value what a record holds in it, of the type that {@code type} names; null where nobody has set it
 * @param found how the search box finds records by it
 * @param facet whether its values can be counted
 * @param label what an administrator calls it, by language; empty for fields that the platform names
 * @param choices what its values are called: labels by language, by value; empty where values speak for themselves
 * @param <D>   the record as it is read
 */
public record ListField<D>(String name, FieldType type, Function<D, ?> value, Found found, boolean facet,
        Map<String, String> label, Map<String, Map<String, String>> choices) {

    /** What the names of custom fields begin with. */
    public static final String CUSTOM = "custom.";

    public ListField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(found, "found");
        label = Map.copyOf(label);
        choices = Map.copyOf(choices);
    }

    static <D> ListField<D> of(String name, FieldType type, Function<D, ?> value) {
        return new ListField<>(name, type, value, Found.NOT, false, Map.of(), Map.of());
    }

    static <D> ListField<D> text(String name, Function<D, ?> value) {
        return of(name, FieldType.TEXT, value);
    }

    ListField<D> found(Found how) {
        return new ListField<>(name, type, value, how, facet, label, choices);
    }

    ListField<D> counted() {
        return new ListField<>(name, type, value, found, true, label, choices);
    }

    ListField<D> called(Map<String, String> how) {
        return new ListField<>(name, type, value, found, facet, how, choices);
    }

    ListField<D> choosing(Map<String, Map<String, String>> among) {
        return new ListField<>(name, type, value, found, facet, label, among);
    }
}
