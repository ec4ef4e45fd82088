package io.rapport.reporting.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;
import io.rapport.reporting.customfields.CustomFieldDefinitions;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.rights.Action;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.FieldClass;
import io.rapport.rights.FieldRule;
import io.rapport.rights.Kind;
import io.rapport.rights.Rights;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who the caller is and what he may, so that a page offers nothing that would be refused. */
@RestController
class MeController {

    /** @param full where the fields are seen as they are; {@code masked} where they are seen at least masked */
    record Seen(String full, String masked) {
    }

    /**
     * @param rights how far each action reaches, by kind
     * @param fields by kind, the class of each field that is not a fact; several for what is computed from several
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(String user, String displayName, String team, List<String> roles, List<String> scopes,
            Map<String, Map<String, String>> rights, Map<String, Map<String, Object>> fields,
            Map<String, Seen> fieldClasses) {
    }

    private final CustomFieldDefinitions custom;

    MeController(CustomFieldDefinitions custom) {
        this.custom = custom;
    }

    @GetMapping("/api/me")
    Me me(Rights rights) {
        return new Me(rights.user(), rights.displayName(), rights.team(),
                rights.roles().stream().map(Role::code).sorted().toList(),
                rights.scopes().stream().map(Scope::code).sorted().toList(),
                byCode(Kind.values(), Kind::code, kind -> byCode(Action.values(), Action::code,
                        action -> rights.reach(kind, action).code())),
                byCode(Stream.of(Kind.values()).filter(kind -> !DeclaredRights.get().fields(kind).isEmpty())
                        .toArray(Kind[]::new), Kind::code, this::fields),
                byCode(FieldClass.values(), FieldClass::code, fields ->
                        new Seen(rights.full(fields).code(), rights.masked(fields).code())));
    }

    private Map<String, Object> fields(Kind kind) {
        Map<String, Object> fields = new TreeMap<>();
        DeclaredRights.get().fields(kind).forEach((name, rule) -> fields.put(name, classes(rule)));
        RecordKind.of(kind.code()).ifPresent(record -> custom.rules(record)
                .forEach((name, rule) -> rule.ifPresent(known -> fields.put(name, classes(known)))));
        return fields;
    }

    private static Object classes(FieldRule rule) {
        List<String> classes = rule.classes().stream().map(FieldClass::code).sorted().toList();
        return classes.size() == 1 ? classes.getFirst() : classes;
    }

    private static <K, V> Map<String, V> byCode(K[] keys, Function<K, String> code, Function<K, V> value) {
        return Arrays.stream(keys).collect(Collectors.toMap(code, value, (one, other) -> one, TreeMap::new));
    }
}
