package io.rapport.reporting.search.index;

import io.rapport.contracts.Money;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

import java.math.BigDecimal;

/**
 * Reads amounts back that the index holds. The limits of what a client may send do not hold for them: a sum of amounts
 * has more digits than any of them.
 */
final class StoredMoney extends ValueDeserializer<Money> {

    static SimpleModule module() {
        return new SimpleModule("stored-money").addDeserializer(Money.class, new StoredMoney());
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode json = context.readTree(parser);
        return new Money(new BigDecimal(json.path("amount").asString()), json.path("currency").asString());
    }
}
