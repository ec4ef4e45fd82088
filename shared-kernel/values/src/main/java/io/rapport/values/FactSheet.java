package io.rapport.values;

import io.rapport.contracts.CustomValues;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The arithmetic of a record whose components may each be absent (null): tidying what was typed, finding what a patch
 * really changes, and applying it. One description serves all facts, so that a new fact is one new component.
 *
 * <p>{@link CustomValues} are merged key by key, cleared as {@code custom.<key>}, and come whole like nested records; a patch
 * that clears them and gives some replaces them.
 *
 * @param <T> the record of facts; nested records are merged part by part only where they are named to {@link #of}
 */
public final class FactSheet<T extends Record> {

    private final RecordShape<T> shape;
    private final Map<Class<?>, FactSheet<?>> nested;

    private FactSheet(RecordShape<T> shape, Map<Class<?>, FactSheet<?>> nested) {
        this.shape = shape;
        this.nested = nested;
    }

    /**
     * @param merged nested records that a patch may change in part; any other value is replaced whole
     */
    @SafeVarargs
    public static <T extends Record> FactSheet<T> of(Class<T> type, Class<? extends Record>... merged) {
        Map<Class<?>, FactSheet<?>> nested = Stream.of(merged)
                .collect(Collectors.toMap(Function.identity(), FactSheet::of));
        return new FactSheet<>(new RecordShape<>(type), nested);
    }

    /** No fact at all. */
    public T empty() {
        return shape.create(new Object[shape.size()]);
    }

    /** Whether no fact is present. */
    public boolean isEmpty(T facts) {
        return Arrays.stream(shape.values(facts)).allMatch(Objects::isNull);
    }

    /** Whether a patch that {@link #effective} gave changes nothing. */
    public boolean isEmpty(Patch<T> patch) {
        return patch.cleared().isEmpty() && isEmpty(patch.changed());
    }

    /**
     * What was meant by what was typed: texts without surrounding space; blank texts, empty lists and nested records
     * without any part count as absent; lists without blanks and, unless they hold records, without repetitions.
     */
    public T tidied(T facts) {
        Object[] values = shape.values(facts);
        for (int i = 0; i < values.length; i++) {
            values[i] = tidiedValue(values[i]);
        }
        return shape.create(values);
    }

    /** The part of a patch that makes a difference; nested records come whole, as they are afterwards. */
    public Patch<T> effective(T before, Patch<T> wanted) {
        Object[] old = shape.values(before);
        Object[] given = shape.values(wanted.changed());
        Object[] changed = new Object[given.length];
        Set<String> cleared = new TreeSet<>();
        for (int i = 0; i < given.length; i++) {
            String name = shape.name(i);
            Object after = wanted.cleared().contains(name) ? replaced(given[i])
                    : after(i, old[i], given[i], wanted.cleared());
            if (after == null && old[i] != null) {
                cleared.add(name);
            } else if (!Objects.equals(after, old[i])) {
                changed[i] = after;
            }
        }
        return new Patch<>(shape.create(changed), cleared);
    }

    /** The facts after a patch that {@link #effective} gave. */
    public T merge(T before, Patch<T> patch) {
        Object[] values = shape.values(before);
        Object[] changed = shape.values(patch.changed());
        for (int i = 0; i < values.length; i++) {
            if (changed[i] != null) {
                values[i] = changed[i];
            } else if (patch.cleared().contains(shape.name(i))) {
                values[i] = null;
            }
        }
        return shape.create(values);
    }

    /** The patch that leaves nothing but {@code wanted}. */
    public Patch<T> replacement(T wanted) {
        return new Patch<>(wanted, absent(wanted).collect(Collectors.toSet()));
    }

    /** The patch that leaves of the named components exactly what {@code wanted} has of them, and touches no other. */
    public Patch<T> replacement(T wanted, Set<String> names) {
        return new Patch<>(only(wanted, names), absent(wanted)
                .filter(path -> names.contains(path.split("\\.", 2)[0])).collect(Collectors.toSet()));
    }

    /** Names of all components. */
    public Set<String> names() {
        return IntStream.range(0, shape.size()).mapToObj(shape::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Names of the components that have a value. */
    public Set<String> present(T facts) {
        Object[] values = shape.values(facts);
        return IntStream.range(0, values.length).filter(i -> values[i] != null).mapToObj(shape::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The named components, without the others. */
    public T only(T facts, Set<String> names) {
        Object[] values = shape.values(facts);
        for (int i = 0; i < values.length; i++) {
            if (!names.contains(shape.name(i))) {
                values[i] = null;
            }
        }
        return shape.create(values);
    }

    /** Whether a component is a list, of which {@link #joined} can make one of two. */
    public boolean isList(String name) {
        return IntStream.range(0, shape.size())
                .anyMatch(i -> shape.name(i).equals(name) && List.class == shape.type(i));
    }

    /** {@code first}, with the entries of {@code second} behind its own in the named lists. */
    public T joined(T first, T second, Set<String> lists) {
        Object[] values = shape.values(first);
        Object[] more = shape.values(second);
        for (int i = 0; i < values.length; i++) {
            if (lists.contains(shape.name(i))) {
                values[i] = tidiedValue(Stream.of(values[i], more[i]).filter(Objects::nonNull)
                        .flatMap(list -> ((List<?>) list).stream()).toList());
            }
        }
        return shape.create(values);
    }

    private Object after(int component, Object old, Object given, Set<String> cleared) {
        FactSheet<?> part = nested.get(shape.type(component));
        if (part != null) {
            return part.patched(old, given, within(shape.name(component), cleared));
        }
        if (shape.type(component) == CustomValues.class) {
            CustomValues before = old == null ? CustomValues.NONE : (CustomValues) old;
            CustomValues changed = given == null ? CustomValues.NONE : (CustomValues) given;
            return tidiedValue(before.with(changed, within(shape.name(component), cleared)));
        }
        return given == null ? old : tidiedValue(given);
    }

    /** What is cleared is gone; of custom values those that are given besides come in its place. */
    private Object replaced(Object given) {
        return given instanceof CustomValues values ? tidiedValue(values) : null;
    }

    private Object patched(Object old, Object given, Set<String> cleared) {
        T before = old == null ? empty() : shape.cast(old);
        T changed = given == null ? empty() : shape.cast(given);
        T after = merge(before, effective(before, new Patch<>(changed, cleared)));
        return isEmpty(after) ? null : after;
    }

    private static Set<String> within(String name, Set<String> cleared) {
        String prefix = name + '.';
        return cleared.stream().filter(path -> path.startsWith(prefix)).map(path -> path.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private Object tidiedValue(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.isBlank() ? null : text.strip();
            case List<?> list -> {
                List<?> entries = list.stream().map(this::tidiedValue).filter(Objects::nonNull).toList();
                yield entries.isEmpty() ? null : withoutRepetitions(entries);
            }
            case CustomValues values -> tidied(values);
            case Record part when nested.containsKey(part.getClass()) -> nested.get(part.getClass()).tidiedPart(part);
            default -> value;
        };
    }

    /** Two labels that are the same say one thing; two equal rows, such as lines of an order, are two. */
    private static List<?> withoutRepetitions(List<?> entries) {
        return entries.getFirst() instanceof Record ? entries : entries.stream().distinct().toList();
    }

    private CustomValues tidied(CustomValues custom) {
        Map<String, Object> values = new HashMap<>();
        custom.values().forEach((key, value) -> {
            Object tidied = tidiedValue(value);
            if (tidied != null) {
                values.put(key, tidied);
            }
        });
        return values.isEmpty() ? null : new CustomValues(values);
    }

    private Object tidiedPart(Record part) {
        T tidied = tidied(shape.cast(part));
        return isEmpty(tidied) ? null : tidied;
    }

    private Stream<String> absent(Record facts) {
        Object[] values = shape.values(shape.cast(facts));
        return IntStream.range(0, values.length).boxed().flatMap(i -> {
            FactSheet<?> part = nested.get(shape.type(i));
            if (values[i] == null || values[i] instanceof CustomValues) {
                return Stream.of(shape.name(i));
            }
            return part == null ? Stream.of() : part.absent((Record) values[i]).map(name -> shape.name(i) + '.' + name);
        });
    }
}
