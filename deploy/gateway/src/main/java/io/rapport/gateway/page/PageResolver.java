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
    private static final List<String> FOR_PROGRAMS = List.of("api/", "oauth2/", "login/", "logout/", "assets/",
            "actuator/", "internal/", ".well-known/");

    @Override
    protected Resource resolveResourceInternal(HttpServletRequest request, String path,
            List<? extends Resource> locations, ResourceResolverChain chain) {
        Resource file = super.resolveResourceInternal(request, path, locations, chain);
        return file != null || !isPage(request, path) ? file
                : super.resolveResourceInternal(request, DOCUMENT, locations, chain);
    }

    private static boolean isPage(HttpServletRequest request, String path) {
        return FOR_PROGRAMS.stream().noneMatch((path + '/')::startsWith) && opensPages(request);
    }

    private static boolean opensPages(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
