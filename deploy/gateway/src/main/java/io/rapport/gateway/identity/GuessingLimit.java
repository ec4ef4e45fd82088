package io.rapport.gateway.identity;

import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down whoever guesses the secret of a client: ten failures at once, then one every six seconds. */
final class GuessingLimit extends OncePerRequestFilter {

    private final Guesses guesses = new Guesses(10);
    private final Problems problems;

    GuessingLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String guesser = request.getRemoteAddr() + ' ' + clientOf(request);
        Duration wait = guesses.take(guesser);
        if (wait.isPositive()) {
            problems.write(ProblemException.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests").retryAfter(wait),
                    request, response);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() != HttpStatus.UNAUTHORIZED.value()) {
            guesses.giveBack(guesser);
        }
    }

    private static String clientOf(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            String plain = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return plain.split(":", 2)[0];
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
