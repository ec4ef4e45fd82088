package io.rapport.customer.domain.rates;

import io.rapport.values.FieldErrors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.List;

/** The exchange rates 汇率 that an administrator sets for one day. They hold until the next day that has some. */
@AggregateRoot(type = "exchange-rates")
public class ExchangeRatesOfDay {

    @AggregateIdentifier
    private String id;
    private RateTable table;

    /** For the store, which replays the events. */
    ExchangeRatesOfDay() {
    }

    @CommandHandler
    ExchangeRatesOfDay(ExchangeRatesCommand.SetFirst command, RateTables others) {
        decide(null, command.table(), others).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ExchangeRatesCommand.Replace command, RateTables others) {
        decide(table, command.table(), others).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ExchangeRatesCommand.Remove command) {
        if (table != null) {
            AggregateLifecycle.apply(new ExchangeRatesEvent.Removed(table.date()));
        }
    }

    @EventSourcingHandler
    void on(ExchangeRatesEvent event) {
        table = switch (event) {
            case ExchangeRatesEvent.Set set -> set.table();
            case ExchangeRatesEvent.Removed _ -> null;
        };
        if (table != null) {
            id = ExchangeRatesCommand.idOf(table.date());
        }
    }

    /** @param before null when the day has no rates */
    static List<ExchangeRatesEvent> decide(RateTable before, RateTable wanted, RateTables others) {
        FieldErrors errors = new FieldErrors();
        ExchangeRatesPolicies.theDayIsOfOurEra(wanted, errors);
        ExchangeRatesPolicies.currenciesAreKnown(wanted, errors);
        ExchangeRatesPolicies.someRatesAreGiven(wanted, errors);
        ExchangeRatesPolicies.ratesAreGreaterThanZero(wanted, errors);
        ExchangeRatesPolicies.theBaseIsWorthItself(wanted, errors);
        ExchangeRatesPolicies.allDaysHaveOneBase(wanted, others, errors);
        errors.throwIfAny();
        return wanted.equals(before) ? List.of() : List.of(new ExchangeRatesEvent.Set(wanted));
    }
}
