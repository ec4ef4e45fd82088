package io.rapport.web.problem;

import jakarta.servlet.http.HttpServletRequest;

/** Learns of every request that is answered with 403, on the thread and in the security context of the request. */
public interface RefusalWitness {

    /** @param code why, as in the problem document */
    void refused(HttpServletRequest request, String code);
}
