package io.rapport.reporting.summaries;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** As long as nobody has set any rate: amounts are only summed with those of their own currency. */
public record UnknownRates(String base) implements ExchangeRates {

    @Override
    public long version() {
        return 0;
    }

    @Override
    public Optional<BigDecimal> inBase(BigDecimal amount, String currency, LocalDate day) {
        return currency.equals(base) ? Optional.of(amount) : Optional.empty();
    }
}
