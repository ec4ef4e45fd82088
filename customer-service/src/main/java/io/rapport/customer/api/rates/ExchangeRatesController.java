package io.rapport.customer.api.rates;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.rates.AdministeredRates;
import io.rapport.customer.domain.rates.ExchangeRatesCommand;
import io.rapport.customer.domain.rates.RateTable;
import io.rapport.eventstore.Commands;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** Administered exchange rates, day by day. */
@RestController
@RequestMapping("/api/exchange-rates")
class ExchangeRatesController {

    private static final String PATH = "/api/exchange-rates";

    private final AdministeredRates rates;
    private final SettingEndpoint endpoint;
    private final Clock clock;

    ExchangeRatesController(AdministeredRates rates, Commands commands, Clock clock) {
        this.rates = rates;
        this.endpoint = new SettingEndpoint(commands, rates.tables(), "exchange-rates", PATH);
        this.clock = clock;
    }

    /** What holds on a day, today in UTC unless it is said: for each currency the rate set last until then. */
    @GetMapping
    RatesAnswer.InForce inForce(@RequestParam Optional<String> date) {
        return RatesAnswer.InForce.of(rates.rates(),
                date.map(given -> day(given, "date")).orElseGet(() -> LocalDate.now(clock)));
    }

    /** Every day that has rates of its own, the latest first. */
    @GetMapping("/days")
    Map<String, List<RatesAnswer.OfDay>> days() {
        return Map.of("items", rates.stored().stream().map(RatesAnswer.OfDay::of).toList());
    }

    @GetMapping("/{date}")
    ResponseEntity<RatesAnswer.OfDay> ofDay(@PathVariable String date) {
        return rates.tables().stored(ExchangeRatesCommand.idOf(knownDay(date)))
                .map(setting -> SettingEndpoint.answer(setting, RatesAnswer.OfDay.of(setting.definition())))
                .orElseThrow(ExchangeRatesController::unknown);
    }

    @PutMapping(path = "/{date}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(@PathVariable String date, @RequestBody RateTableRequest body,
                             @RequestParam(required = false) String reason, IfMatch ifMatch, RequestContext request) {
        LocalDate day = day(date, "date");
        RateTable table = body.table(day);
        String id = ExchangeRatesCommand.idOf(day);
        return endpoint.put(id, PATH + '/' + day, new ExchangeRatesCommand.SetFirst(id, table),
                expected -> new ExchangeRatesCommand.Replace(id, expected, table), ifMatch, request, reason);
    }

    @DeleteMapping("/{date}")
    ResponseEntity<Void> remove(@PathVariable String date, @RequestParam(required = false) String reason,
                                IfMatch ifMatch, RequestContext request) {
        String id = ExchangeRatesCommand.idOf(knownDay(date));
        if (rates.tables().stored(id).isEmpty()) {
            throw unknown();
        }
        return endpoint.change(new ExchangeRatesCommand.Remove(id, expectedVersion(ifMatch)), request, reason);
    }

    /** @throws Refusal INVALID */
    private static LocalDate day(String text, String field) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw Refusal.of(Refusal.Kind.INVALID, field, "expected-date");
        }
    }

    /** @throws Refusal UNKNOWN: what is no day has no rates */
    private static LocalDate knownDay(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
    }
}
