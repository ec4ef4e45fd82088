package io.rapport.web.request;

import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Bounds request bodies, also those that come in chunks and do not say how long they are. Stands behind the sign-in
 * check, so that strangers cannot make us read.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final DataSize limit;
    private final List<PathPattern> streamed;
    private final DataSize streamedLimit;
    private final Problems problems;

    BodyLimitFilter(RequestProperties properties, Problems problems) {
        this.limit = properties.bodyLimit();
        this.streamed = properties.streamedPaths().stream().map(PathPatternParser.defaultInstance::parse).toList();
        this.streamedLimit = properties.streamedBodyLimit();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean streams = isStreamed(request);
        if (!streams && isReadByContainer(request)) {
            chain.doFilter(request, response);
            return;
        }
        DataSize most = streams ? streamedLimit : limit;
        if (request.getContentLengthLong() > most.toBytes()) {
            problems.write(tooLarge(most), request, response);
            return;
        }
        if (streams) {
            chain.doFilter(new LimitedBody(request, most), response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes((int) most.toBytes() + 1);
        if (body.length > most.toBytes()) {
            problems.write(tooLarge(most), request, response);
        } else {
            chain.doFilter(new HeldBody(request, body), response);
        }
    }

    static ProblemException tooLarge(DataSize most) {
        return ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large-for", most.toKilobytes());
    }

    /** Tomcat parses forms from its own stream and has its own bounds for them. */
    private static boolean isReadByContainer(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/");
    }

    private boolean isStreamed(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return streamed.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
