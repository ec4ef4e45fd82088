package io.rapport.customer.domain.rates;

import java.time.LocalDate;
import java.util.Optional;

/** What is known of the tables of other days. */
@FunctionalInterface
public interface RateTables {

    /** The base currency of the tables of all other days; empty when there is none. */
    Optional<String> baseOfOthers(LocalDate date);
}
