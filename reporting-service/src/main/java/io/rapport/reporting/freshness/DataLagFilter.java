package io.rapport.reporting.freshness;

import io.rapport.web.request.Answers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Tells on every read how far it may be behind; as of its arrival, since a stream cannot add a header at its end. */
@Component
class DataLagFilter extends OncePerRequestFilter {

    private final DataLag lag;

    DataLagFilter(DataLag lag) {
        this.lag = lag;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        String path = request.getRequestURI();
        return !reads || !path.startsWith("/api/") || path.startsWith("/api/admin/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(Answers.DATA_LAG, Long.toString(lag.millis()));
        chain.doFilter(request, response);
    }
}
