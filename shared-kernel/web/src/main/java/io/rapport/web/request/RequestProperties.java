package io.rapport.web.request;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may carry. Multipart bodies are bounded by {@code spring.servlet.multipart.*} instead.
 *
 * @param bodyLimit         most bytes of a body that is held in memory
 * @param streamedPaths     path patterns whose bodies are handed on as they arrive
 * @param streamedBodyLimit most bytes of such a body
 */
@ConfigurationProperties("rapport.web")
record RequestProperties(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue List<String> streamedPaths,
        @DefaultValue("512MB") DataSize streamedBodyLimit) {
}
