package io.rapport.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Lets the smallest form win. Browsers name gzip before br, and the resolver that looks for compressed files takes the
 * first that is there.
 */
final class BrotliFirst extends AbstractResourceResolver {

    private static final Pattern BROTLI = Pattern.compile("(^|[,\\s])br\\s*(,|$)");

    @Override
    protected Resource resolveResourceInternal(HttpServletRequest request, String path,
            List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveResource(request == null ? null : new Reordered(request), path, locations);
    }

    @Override
    protected String resolveUrlPathInternal(String path, List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    private static final class Reordered extends HttpServletRequestWrapper {

        private Reordered(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            String value = super.getHeader(name);
            return HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(name) && value != null && BROTLI.matcher(value).find()
                    ? "br, " + value : value;
        }
    }
}
