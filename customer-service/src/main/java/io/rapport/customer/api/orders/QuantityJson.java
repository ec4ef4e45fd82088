package io.rapport.customer.api.orders;

import io.rapport.contracts.refusal.Refusal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A quantity as a number or as text; both are read as decimals, digit by digit. */
final class QuantityJson extends ValueDeserializer<BigDecimal> {

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            return parser.getDecimalValue();
        }
        if (parser.hasToken(JsonToken.VALUE_STRING) && DIGITS.matcher(parser.getString()).matches()) {
            return new BigDecimal(parser.getString());
        }
        throw Refusal.of(Refusal.Kind.INVALID, "", "expected-quantity");
    }
}
