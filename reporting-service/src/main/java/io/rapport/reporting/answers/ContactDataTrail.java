package io.rapport.reporting.answers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.rights.ShownFields;
import io.rapport.rights.Holders;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import io.rapport.trail.TrailUnavailable;
import io.rapport.web.signin.CallerArgument;
import org.slf4j.MDC;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Notes in the trail whose telephone numbers and addresses an answer shows in full, before it goes out; where that
 * cannot be noted they are masked. A page that asks again and again is noted once in ten minutes for each reader and
 * record.
 */
@RestControllerAdvice
public class ContactDataTrail implements ResponseBodyAdvice<Object> {

    private static final String SHOWN = ContactDataTrail.class.getName();
    private static final Duration ONCE_IN = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 100_000;

    private final Trail trail;
    private final Cache<String, Boolean> noted =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(ONCE_IN).build();

    ContactDataTrail(Trail trail) {
        this.trail = trail;
    }

    /** One record in the answer to the request at hand. */
    private record Shown(RecordKind kind, String id, ObjectNode json, KindRights rights, Holders holders) {

        void mask() {
            KindRights less = rights.maskingContactData();
            ShownFields.restrict(json, less, holders);
            ShownFields.addAccess(json, less, holders);
        }
    }

    /** Remembers, until the answer goes out, that it shows the contact data of a record in full. */
    static void add(RecordKind kind, String id, ObjectNode json, KindRights rights, Holders holders) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            List<Shown> shown = shownIn(request);
            shown.add(new Shown(kind, id, json, rights, holders));
            request.setAttribute(SHOWN, shown, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /**
     * Notes that the caller is about to see contact data of these records in full.
     *
     * @return false when it cannot be noted: then he must not see it
     */
    public boolean note(RecordKind kind, Collection<String> ids) {
        String who = CallerArgument.current().name();
        List<String> fresh = ids.stream().distinct().filter(id -> noted.getIfPresent(key(who, id)) == null).toList();
        try {
            for (int from = 0; from < fresh.size(); from += TrailEntry.MOST_RECORDS) {
                List<String> some = fresh.subList(from, Math.min(fresh.size(), from + TrailEntry.MOST_RECORDS));
                trail.record(TrailEntry.of(TrailAction.CONTACT_DATA_SHOWN, who, MDC.get("correlationId"), kind.code(),
                        some, Map.of()));
                some.forEach(id -> noted.put(key(who, id), true));
            }
            return true;
        } catch (TrailUnavailable notNow) {
            return false;
        }
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(Object body, MethodParameter returned, MediaType type,
            Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request, ServerHttpResponse response) {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        if (attributes != null) {
            shownIn(attributes).stream().collect(Collectors.groupingBy(Shown::kind)).forEach((kind, shown) -> {
                if (!note(kind, shown.stream().map(Shown::id).toList())) {
                    shown.forEach(Shown::mask);
                }
            });
        }
        return body;
    }

    @SuppressWarnings("unchecked")
    private static List<Shown> shownIn(RequestAttributes request) {
        Object shown = request.getAttribute(SHOWN, RequestAttributes.SCOPE_REQUEST);
        return shown == null ? new ArrayList<>() : (List<Shown>) shown;
    }

    private static String key(String who, String id) {
        return who + ' ' + id;
    }
}
