package io.rapport.reporting.search.index;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where Elasticsearch is and how its indexes are made.
 *
 * @param uri             one address or several of one cluster; user and password may stand in front of the host
 * @param indexPrefix     stands in front of the name of every index and alias
 * @param shards          of each index, when it is made
 * @param replicas        of each index, when it is made
 * @param refreshInterval time until a stored document is found though the intake refreshed nothing
 * @param connectTimeout  time to open a connection
 * @param responseTimeout time for a whole answer
 * @param connections     open at the same time
 */
@ConfigurationProperties("rapport.elasticsearch")
public record ElasticsearchProperties(
        @DefaultValue("http://127.0.0.1:9200") List<URI> uri,
        @DefaultValue("") String indexPrefix,
        @DefaultValue("1") int shards,
        @DefaultValue("0") int replicas,
        @DefaultValue("1s") Duration refreshInterval,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("30s") Duration responseTimeout,
        @DefaultValue("64") int connections) {
}
