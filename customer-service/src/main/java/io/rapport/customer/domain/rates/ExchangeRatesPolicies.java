package io.rapport.customer.domain.rates;

import io.rapport.values.DateRule;
import io.rapport.values.FieldErrors;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The rule book of exchange rates. */
final class ExchangeRatesPolicies {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());
    private static final int MOST_DIGITS = 12;

    private ExchangeRatesPolicies() {
    }

    static void theDayIsOfOurEra(RateTable table, FieldErrors errors) {
        DateRule.check("date", table.date(), errors);
    }

    static void currenciesAreKnown(RateTable table, FieldErrors errors) {
        if (!CURRENCIES.contains(table.base())) {
            errors.add("base", "currency-unknown");
        }
        table.rates().keySet().stream().filter(currency -> !CURRENCIES.contains(currency))
                .forEach(currency -> errors.add("rates." + currency, "currency-unknown"));
    }

    static void someRatesAreGiven(RateTable table, FieldErrors errors) {
        if (table.rates().isEmpty()) {
            errors.add("rates", "required");
        }
    }

    static void ratesAreGreaterThanZero(RateTable table, FieldErrors errors) {
        table.rates().forEach((currency, rate) -> {
            String field = "rates." + currency;
            if (rate == null) {
                errors.add(field, "required");
            } else if (rate.signum() <= 0) {
                errors.add(field, "rate-not-positive");
            } else if (rate.precision() - rate.scale() > MOST_DIGITS || rate.scale() > MOST_DIGITS) {
                errors.add(field, "rate-out-of-range", MOST_DIGITS);
            }
        });
    }

    static void theBaseIsWorthItself(RateTable table, FieldErrors errors) {
        if (table.rates().containsKey(table.base())) {
            errors.add("rates." + table.base(), "rate-of-base");
        }
    }

    /** Tables of several bases could not be told apart in a sum: whoever wants another removes the former ones. */
    static void allDaysHaveOneBase(RateTable table, RateTables others, FieldErrors errors) {
        others.baseOfOthers(table.date()).filter(base -> !base.equals(table.base()))
                .ifPresent(base -> errors.add("base", "base-differs", base));
    }
}
