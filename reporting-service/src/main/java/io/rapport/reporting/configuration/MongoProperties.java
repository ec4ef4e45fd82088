package io.rapport.reporting.configuration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the read models are kept.
 *
 * @param uri MongoDB connection string with the name of the database
 */
@ConfigurationProperties("rapport.mongodb")
public record MongoProperties(@DefaultValue("mongodb://127.0.0.1:27017/rapport") String uri) {
}
