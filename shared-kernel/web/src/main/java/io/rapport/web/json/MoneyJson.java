package io.rapport.web.json;

import io.rapport.contracts.Money;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Money as {@code {"amount":"50000.00","currency":"CNY"}}: the amount is text, since JSON numbers lose digits on the way. */
final class MoneyJson {

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,4})?");

    private MoneyJson() {
    }

    static final class Serializer extends ValueSerializer<Money> {

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("amount", money.amount().toPlainString());
            json.writeStringProperty("currency", money.currency());
            json.writeEndObject();
        }
    }

    static final class Deserializer extends ValueDeserializer<Money> {

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode json = context.readTree(parser);
            if (!json.isObject()) {
                throw Refusal.of(Refusal.Kind.INVALID, "", "expected-money");
            }
            List<FieldError> errors = new ArrayList<>();
            for (String field : json.propertyNames()) {
                if (!field.equals("amount") && !field.equals("currency")) {
                    errors.add(FieldError.of(field, "unknown-field"));
                }
            }
            String amount = text(json, "amount", errors);
            String currency = text(json, "currency", errors);
            if (amount != null && !AMOUNT.matcher(amount).matches()) {
                errors.add(FieldError.of("amount", "amount-invalid"));
            }
            if (currency != null && !isCurrency(currency)) {
                errors.add(FieldError.of("currency", "currency-unknown"));
            }
            if (!errors.isEmpty()) {
                throw Refusal.invalid(errors);
            }
            return new Money(new BigDecimal(amount), currency);
        }

        private static String text(JsonNode json, String field, List<FieldError> errors) {
            JsonNode value = json.path(field);
            if (value.isString()) {
                return value.stringValue();
            }
            errors.add(FieldError.of(field, value.isMissingNode() || value.isNull() ? "required" : "expected-text"));
            return null;
        }

        private static boolean isCurrency(String code) {
            return java.util.Currency.getAvailableCurrencies().stream().anyMatch(c -> c.getCurrencyCode().equals(code));
        }
    }
}
