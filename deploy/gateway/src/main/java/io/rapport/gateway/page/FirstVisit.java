package io.rapport.gateway.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Leads whoever opens the page without a session to the sign-in and back again, before the page is loaded only to find
 * that out. Where there is a session that has ended, the page is shown: it may hold what somebody has typed.
 */
final class FirstVisit extends OncePerRequestFilter {

    private final String sessionCookie;

    FirstVisit(String sessionCookie) {
        this.sessionCookie = sessionCookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.GET.matches(request.getMethod()) && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && WebUtils.getCookie(request, sessionCookie) == null && PageResolver.isPage(request)) {
            String query = request.getQueryString() == null ? "" : '?' + request.getQueryString();
            response.sendRedirect("/login?from="
                    + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8));
        } else {
            chain.doFilter(request, response);
        }
    }
}
