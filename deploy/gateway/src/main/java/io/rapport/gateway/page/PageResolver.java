package io.rapport.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Finds files, and for the addresses of the page its one document: whatever a browser opens as a page is one, unless
 * it belongs to the interface for programs.
 */
final class PageResolver extends PathResourceResolver {

    static final String DOCUMENT = "index.html";
    /** The interface for programs, and what the gateway shows itself. */
    private static final List<String> NO_PAGES = List.of("/api/", "/oauth2/", "/login/", "/logout/", "/signed-out/",
            "/assets/", "/actuator/", "/internal/", "/.well-known/");

    @Override
    protected Resource resolveResourceInternal(HttpServletRequest request, String path,
            List<? extends Resource> locations, ResourceResolverChain chain) {
        Resource file = super.resolveResourceInternal(request, path, locations, chain);
        return file != null || !isPage(request) ? file
                : super.resolveResourceInternal(request, DOCUMENT, locations, chain);
    }

    /** Whether a browser opens an address of the page, rather than fetching a file for it. */
    static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)
                && NO_PAGES.stream().noneMatch((request.getRequestURI() + '/')::startsWith);
    }
}
