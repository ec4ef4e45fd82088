package io.rapport.web.request;

import io.rapport.web.signin.Caller;
import java.util.Locale;

/**
 * The circumstances of a request, as a controller argument.
 *
 * @param caller        who asks
 * @param locale        language of the answer: zh-CN, zh-TW or en
 * @param correlationId what everything caused by the request shares; from {@code X-Correlation-Id}, else made here
 * @param traceparent   W3C trace context of the current span; null when the request is not traced
 */
public record RequestContext(Caller caller, Locale locale, String correlationId, String traceparent) {
}
