package io.rapport.contracts.refusal;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request that was understood and is not carried out for a reason its sender can do something about. Nothing has
 * happened when it is thrown.
 */
public final class Refusal extends RuntimeException {

    /** What kind of answer it becomes over HTTP. */
    public enum Kind {
        /** The request itself cannot be read, such as an unknown query parameter or a bad filter: 400. */
        UNREADABLE,
        /** Content breaks a rule: 422. */
        INVALID,
        /** Not known, or not visible to the asker: 404. */
        UNKNOWN,
        /** At odds with the present state, such as a number that is taken: 409. */
        CONFLICT,
        /** The record has changed since the asker read it: 412. */
        OUTDATED,
        /** Another record stands in its place: 410. */
        GONE,
        /** The asker may not do this: 403. */
        FORBIDDEN
    }

    private final transient Kind kind;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> members;

    private Refusal(Kind kind, List<FieldError> errors, Map<String, String> members) {
        // Control flow, thrown per refused row of an import: the stack says nothing and costs much.
        super(kind + " " + errors.stream().map(e -> e.field() + ":" + e.code()).toList(), null, false, false);
        this.kind = Objects.requireNonNull(kind);
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("a refusal gives a reason");
        }
    }

    public static Refusal invalid(List<FieldError> errors) {
        return new Refusal(Kind.INVALID, errors, Map.of());
    }

    /** Several parts of one request that the asker may not ask for. */
    public static Refusal forbidden(List<FieldError> errors) {
        return new Refusal(Kind.FORBIDDEN, errors, Map.of());
    }

    /** Several parts of one request that cannot be read. */
    public static Refusal unreadable(List<FieldError> errors) {
        return new Refusal(Kind.UNREADABLE, errors, Map.of());
    }

    /**
     * The record is answered for by another.
     *
     * @param member   under which name the answer tells the other record, for example {@code mergedInto}
     * @param recordId the other record
     */
    public static Refusal gone(String code, String member, String recordId) {
        return new Refusal(Kind.GONE, List.of(FieldError.of("", code, recordId)), Map.of(member, recordId));
    }

    public static Refusal of(Kind kind, String field, String code, Object... arguments) {
        return new Refusal(kind, List.of(FieldError.of(field, code, arguments)), Map.of());
    }

    public Kind kind() {
        return kind;
    }

    /** At least one; the first is the main reason. */
    public List<FieldError> errors() {
        return errors;
    }

    /** What the answer tells besides, by name, for programs to follow; mostly nothing. */
    public Map<String, String> members() {
        return members;
    }
}
