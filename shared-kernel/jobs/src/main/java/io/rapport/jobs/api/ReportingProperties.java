package io.rapport.jobs.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;

/**
 * Where records are listed.
 *
 * @param reporting address of the reporting service
 */
@ConfigurationProperties("rapport.services")
public record ReportingProperties(@DefaultValue("http://127.0.0.1:8084") URI reporting) {
}
