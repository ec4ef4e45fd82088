package io.rapport.gateway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What a browser sees at the root: that the platform runs, and how to talk to it. */
@Configuration(proxyBeanMethods = false)
class StartPage {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    @Bean
    RouterFunction<ServerResponse> startPageRoute() {
        Resource page = new ClassPathResource("start-page.html");
        return RouterFunctions.route()
                .GET("/", request -> ServerResponse.ok().contentType(HTML)
                        .header(HttpHeaders.CONTENT_LANGUAGE, "zh-CN, zh-TW, en")
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                        .body(page))
                .build();
    }
}
