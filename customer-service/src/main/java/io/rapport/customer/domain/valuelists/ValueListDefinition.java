package io.rapport.customer.domain.valuelists;

import io.rapport.values.FieldErrors;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An administered list as it stands.
 *
 * @param list    name of the list, see {@link ValueListName}
 * @param open    whether records may hold texts that are not in the list; the list then only proposes
 * @param entries in the order in which they are offered
 */
public record ValueListDefinition(String list, boolean open, List<Entry> entries) {

    private static final int MOST_NAMED = 50;

    public ValueListDefinition {
        entries = List.copyOf(entries);
    }

    /**
     * One value of a list.
     *
     * @param code    what records hold
     * @param label   what it is called, by language; see {@link io.rapport.values.LocalizedLabel}
     * @param retired no longer offered; records that hold it keep it
     */
    public record Entry(String code, Map<String, String> label, boolean retired) {

        public Entry {
            label = label == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(label));
        }
    }

    public Optional<Entry> find(String code) {
        return entries.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    /** What may be chosen now. */
    public List<String> offered() {
        return entries.stream().filter(entry -> !entry.retired()).map(Entry::code).toList();
    }

    /** The value of a record that was given none; null where the list offers nothing. */
    public String first() {
        return offered().isEmpty() ? null : offered().getFirst();
    }

    /**
     * Adds what is wrong with a value that a record is to get: {@code choice-unknown} (argument: what is offered) or
     * {@code value-retired}.
     *
     * @param value  null passes
     * @param before what the record holds now: it may stay, whatever has become of the list; null when nothing
     */
    public void check(String field, String value, String before, FieldErrors errors) {
        if (value == null || Objects.equals(value, before)) {
            return;
        }
        Optional<Entry> entry = find(value);
        if (entry.isPresent() ? entry.get().retired() : !open) {
            errors.add(field, entry.isPresent() ? "value-retired" : "choice-unknown",
                    offered().stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
        }
    }
}
