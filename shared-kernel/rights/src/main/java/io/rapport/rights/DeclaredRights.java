package io.rapport.rights;

import io.rapport.contracts.rights.Scope;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one declared table, {@code rights.yaml}: what each role may by default, the classes of fields, every path. */
public final class DeclaredRights {

    private static final String FILE = "/rights.yaml";
    private static final String SIGNED_IN = "signed-in";
    private static final String ANYONE = "anyone";
    private static final int MOST_ALIASES = 1_000;
    private static final DeclaredRights LOADED = load();

    private final RightsTable table;
    private final Map<Kind, Map<String, FieldRule>> fields;
    private final List<DeclaredPath> paths;

    private DeclaredRights(RightsTable table, Map<Kind, Map<String, FieldRule>> fields, List<DeclaredPath> paths) {
        this.table = table;
        this.fields = fields;
        this.paths = List.copyOf(paths);
    }

    public static DeclaredRights get() {
        return LOADED;
    }

    /** What each role may until an administrator says otherwise. */
    public RightsTable table() {
        return table;
    }

    /** The fields of a kind that are not facts, by name; a part of a field by its path, {@code lines.amount}. */
    public Map<String, FieldRule> fields(Kind kind) {
        return fields.getOrDefault(kind, Map.of());
    }

    /**
     * What is declared of a field, or of the field that it is a part of.
     *
     * @param path name of a field; of a part as {@code address.delivery}
     * @return empty for a fact
     */
    public Optional<FieldRule> field(Kind kind, String path) {
        Map<String, FieldRule> declared = fields(kind);
        for (String name = path; ; name = name.substring(0, name.lastIndexOf('.'))) {
            if (declared.containsKey(name)) {
                return Optional.of(declared.get(name));
            }
            if (name.indexOf('.') < 0) {
                return Optional.empty();
            }
        }
    }

    /** Whether a field, a field that it is a part of, or a part of it, is of one of these classes. */
    public boolean isOfAny(Set<FieldClass> classes, Kind kind, String path) {
        return field(kind, path).stream().anyMatch(rule -> rule.classes().stream().anyMatch(classes::contains))
                || fields(kind).entrySet().stream().anyMatch(rule -> rule.getKey().startsWith(path + '.')
                        && rule.getValue().classes().stream().anyMatch(classes::contains));
    }

    /** Every path of every service. */
    public List<DeclaredPath> paths() {
        return paths;
    }

    private static DeclaredRights load() {
        try (InputStream file = DeclaredRights.class.getResourceAsStream(FILE)) {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(MOST_ALIASES);
            options.setAllowDuplicateKeys(false);
            return read(new Yaml(new SafeConstructor(options)).load(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DeclaredRights read(Map<String, Map<String, Object>> file) {
        Map<Kind, Map<String, FieldRule>> fields = new EnumMap<>(Kind.class);
        file.get("fields").forEach((kind, rules) -> fields.put(kind(kind), fieldRules((Map<?, ?>) rules)));
        Map<Kind, Map<?, ?>> scopes = new EnumMap<>(Kind.class);
        file.get("scopes").forEach((kind, of) -> scopes.put(kind(kind), (Map<?, ?>) of));
        List<DeclaredPath> paths = new ArrayList<>();
        file.get("paths").forEach((service, of) -> ((Map<?, ?>) of).forEach((pattern, methods) ->
                ((Map<?, ?>) methods).forEach((method, need) -> paths.add(
                        path(service, (String) method, (String) pattern, (String) need, scopes)))));
        return new DeclaredRights(RightsTable.of(file.get("roles")), fields, paths);
    }

    private static Map<String, FieldRule> fieldRules(Map<?, ?> rules) {
        Map<String, FieldRule> read = new LinkedHashMap<>();
        rules.forEach((name, rule) -> {
            Map<?, ?> of = rule instanceof Map<?, ?> map ? map : Map.of("class", rule);
            Set<FieldClass> classes = texts(of.get("class")).map(code -> FieldClass.of(code)
                    .orElseThrow(() -> unknown("class of fields", code))).collect(Collectors.toSet());
            Object mask = of.get("mask");
            read.put((String) name, new FieldRule(classes, mask == null ? null
                    : Mask.of((String) mask).orElseThrow(() -> unknown("mask", mask))));
        });
        return read;
    }

    private static DeclaredPath path(String service, String method, String pattern, String need,
            Map<Kind, Map<?, ?>> scopes) {
        if (need.equals(SIGNED_IN)) {
            return new DeclaredPath(service, method, pattern, null, null, Set.of(), false);
        }
        if (need.equals(ANYONE)) {
            return new DeclaredPath(service, method, pattern, null, null, Set.of(), true);
        }
        String[] words = need.split(" ");
        Kind kind = kind(words[0]);
        Action action = Action.of(words[1]).orElseThrow(() -> unknown("action", words[1]));
        boolean reads = action == Action.READ || action == Action.EXPORT;
        Set<Scope> anyOf = new HashSet<>();
        texts(scopes.get(kind).get(reads ? "read" : "write")).forEach(code -> anyOf.add(
                Arrays.stream(Scope.values()).filter(scope -> scope.code().equals(code)).findFirst()
                        .orElseThrow(() -> unknown("scope", code))));
        return new DeclaredPath(service, method, pattern, kind, action, anyOf, false);
    }

    private static Stream<String> texts(Object oneOrMore) {
        return oneOrMore instanceof Collection<?> several ? several.stream().map(String.class::cast)
                : Stream.of((String) oneOrMore);
    }

    private static Kind kind(String code) {
        return Kind.of(code).orElseThrow(() -> unknown("kind", code));
    }

    private static IllegalArgumentException unknown(String what, Object code) {
        return new IllegalArgumentException(FILE + " names a " + what + " that does not exist: " + code);
    }
}
