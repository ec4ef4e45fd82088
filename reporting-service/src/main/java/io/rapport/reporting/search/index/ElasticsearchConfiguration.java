package io.rapport.reporting.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The client of Elasticsearch: one pool of connections for the whole service, closed with it. */
@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {

    @Bean
    ElasticsearchClient elasticsearchClient(ElasticsearchProperties properties) {
        var builder = Rest5Client.builder(properties.uri().toArray(URI[]::new))
                .setConnectionConfigCallback(connection -> connection
                        .setConnectTimeout(timeout(properties.connectTimeout()))
                        .setSocketTimeout(timeout(properties.responseTimeout())))
                .setRequestConfigCallback(request -> request
                        .setConnectionRequestTimeout(timeout(properties.connectTimeout()))
                        .setResponseTimeout(timeout(properties.responseTimeout())))
                .setConnectionManagerCallback(connections -> connections
                        .setMaxConnTotal(properties.connections())
                        .setMaxConnPerRoute(properties.connections()));
        String user = properties.uri().getFirst().getUserInfo();
        if (user != null) {
            builder.setDefaultHeaders(new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION,
                    "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))});
        }
        return new ElasticsearchClient(new Rest5ClientTransport(builder.build(), new Jackson3JsonpMapper()));
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
