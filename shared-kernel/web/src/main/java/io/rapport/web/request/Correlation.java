package io.rapport.web.request;

import jakarta.servlet.http.HttpServletRequest;

/** The id that everything caused by one request shares. */
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";

    static final String ATTRIBUTE = Correlation.class.getName();

    private Correlation() {
    }

    /** As the sender gave it in {@link #HEADER}, else made on arrival. */
    public static String idOf(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }
}
