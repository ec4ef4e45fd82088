package io.rapport.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A problem document of RFC 9457 as every service answers it. {@code type} is left out and therefore
 * {@code about:blank}: the stable part to program against is {@link #code}.
 *
 * @param status   HTTP status
 * @param title    what the status means, in the reader's language
 * @param detail   what is wrong with this request, in the reader's language
 * @param instance path of the request, without its query
 * @param code     stable, lower-case with hyphens
 * @param errors   one for each field at fault; left out when none is
 * @param members  what only this kind of problem tells, each as a member of its own, such as {@code mergedInto}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(int status, String title, String detail, String instance, String code, List<Item> errors,
        @JsonAnyGetter Map<String, String> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
    }

    /**
     * @param field   path of the field in the request, such as {@code address.city}; empty when the whole body is meant
     * @param code    stable, lower-case with hyphens
     * @param message in the reader's language
     */
    public record Item(String field, String code, String message) {
    }
}
