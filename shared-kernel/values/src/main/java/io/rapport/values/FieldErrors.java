package io.rapport.values;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/** Gathers everything that is wrong with one request, so that its sender learns all of it at once. Not thread-safe. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    /** See {@link FieldError} for what the parts mean. */
    public void add(String field, String code, Object... arguments) {
        errors.add(FieldError.of(field, code, arguments));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** What was gathered so far, in the order of finding. */
    public List<FieldError> asList() {
        return List.copyOf(errors);
    }

    /**
     * @throws Refusal of kind {@link Refusal.Kind#INVALID} with everything gathered, if anything was
     */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
