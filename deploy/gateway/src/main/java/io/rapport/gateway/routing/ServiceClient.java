package io.rapport.gateway.routing;

import io.rapport.web.request.Correlation;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * The connections to the services. Apache's client rather than the JDK's: its timeout is one of silence, where the
 * JDK's ends a long download that flows well.
 */
@Configuration(proxyBeanMethods = false)
class ServiceClient {

    private static final int CONNECTIONS_PER_SERVICE = 1_000;
    private static final int CONNECTIONS = 4 * CONNECTIONS_PER_SERVICE;
    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Timeout SILENCE = Timeout.ofSeconds(60);
    /** Shorter than the services keep an idle connection, so that it is never they who close one in use. */
    private static final Timeout IDLE = Timeout.ofSeconds(30);
    /** How often a long upload looks whether the service has refused it already. */
    private static final long LOOK_EVERY_BYTES = 1024 * 1024;

    @Bean
    ClientHttpRequestFactory serviceConnections() {
        return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setMaxConnPerRoute(CONNECTIONS_PER_SERVICE)
                        .setMaxConnTotal(CONNECTIONS)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .responseOutOfOrderStrategy(new MonitoringResponseOutOfOrderStrategy(LOOK_EVERY_BYTES))
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(SILENCE)
                                .setIdleTimeout(IDLE)
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .build())
                .addExecInterceptorFirst("abandoned-answers", new AbandonedAnswers())
                // The answer goes through as it is: nothing is repeated, unpacked, followed or remembered.
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build());
    }

    @Bean
    RequestHttpHeadersFilter correlationForService() {
        return (headers, request) -> {
            HttpHeaders sent = new HttpHeaders();
            sent.putAll(headers);
            sent.set(Correlation.HEADER, Correlation.idOf(request.servletRequest()));
            return sent;
        };
    }

    /** The gateway has said it already. */
    @Bean
    ResponseHttpHeadersFilter correlationOnce() {
        return (headers, response) -> {
            HttpHeaders answered = new HttpHeaders();
            answered.putAll(headers);
            answered.remove(Correlation.HEADER);
            return answered;
        };
    }
}
