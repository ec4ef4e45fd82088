package io.rapport.web.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Problem documents for everything that goes wrong over HTTP, in three languages. */
@AutoConfiguration(after = JacksonAutoConfiguration.class,
        before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@Import({ProblemHandler.class, ProblemErrorController.class})
class ProblemAutoConfiguration {

    @Bean
    Problems problems(JsonMapper mapper, ObjectProvider<RefusalWitness> witnesses) {
        return new Problems(Messages.load(getClass().getClassLoader()), mapper, witnesses);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new AcceptHeaderLocaleResolver() {
            @Override
            public java.util.Locale resolveLocale(jakarta.servlet.http.HttpServletRequest request) {
                return Languages.choose(request.getHeader("Accept-Language"));
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemErrorValve(Problems problems) {
        return factory -> factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            // Else Tomcat adds its own valve beside ours.
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(new ProblemErrorValve(problems));
        });
    }
}
