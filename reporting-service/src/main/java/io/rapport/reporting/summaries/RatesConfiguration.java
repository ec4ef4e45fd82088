package io.rapport.reporting.summaries;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The exchange rates that summaries go by. */
@Configuration(proxyBeanMethods = false)
class RatesConfiguration {

    private static final String BASE = "CNY";

    @Bean
    ExchangeRatesTable exchangeRatesTable() {
        ExchangeRates none = new UnknownRates(BASE);
        return () -> none;
    }
}
