package io.rapport.reporting.rates;

import io.rapport.reporting.intake.FoldedReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.regex.Pattern;

/** How the public events of the exchange rates of a day become their document. */
@Component
public class RatesReadModel extends FoldedReadModel<RatesOfDay> {

    private static final Set<String> RECORDED = Set.of("date", "base", "rates", "archived");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern RATE = Pattern.compile("(?=.*[1-9])[0-9]{1,30}(\\.[0-9]{1,30})?");

    public RatesReadModel() {
        super(RecordKind.EXCHANGE_RATES, RatesOfDay.class, "exchange_rates", Set.of(), RECORDED, document -> { });
        folding.on("exchange-rates.set.v1", RatesReadModel::set)
                .on("exchange-rates.removed.v1", (document, data) -> document.put("archived", true));
    }

    private static void set(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        JsonNode rates = data.path("rates");
        boolean fits = CURRENCY.matcher(data.path("base").asString("")).matches() && data.path("date").isString()
                && rates.isObject() && rates.properties().stream().allMatch(rate ->
                        CURRENCY.matcher(rate.getKey()).matches() && RATE.matcher(rate.getValue().asString("")).matches());
        if (!fits) {
            throw new UnprojectableEvent("no rates of a day");
        }
        document.set("base", data.get("base"));
        document.set("date", data.get("date"));
        document.set("rates", rates);
        document.put("archived", false);
    }
}
