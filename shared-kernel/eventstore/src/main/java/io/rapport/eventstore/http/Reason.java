package io.rapport.eventstore.http;

import io.rapport.contracts.refusal.Refusal;

/**
 * Why somebody does something, as the body of a request that has nothing else to say. Whatever takes a reason takes it
 * so or as the parameter {@code ?reason=}.
 *
 * @param reason null where none was given
 */
public record Reason(String reason) {

    /**
     * The reason that was given in either place.
     *
     * @param parameter null where it was not given there
     * @param body      null for a request without a body
     * @throws Refusal INVALID where the two contradict each other
     */
    public static String of(String parameter, Reason body) {
        return either(parameter, body == null ? null : body.reason());
    }

    /** As {@link #of}, for a body that says more. */
    public static String either(String parameter, String inBody) {
        if (parameter != null && inBody != null && !parameter.equals(inBody)) {
            throw Refusal.of(Refusal.Kind.INVALID, "reason", "reason-twice");
        }
        return parameter == null ? inBody : parameter;
    }
}
