package io.rapport.web.json;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link CustomValues} as a JSON object, in requests as in stored and public events: numbers are JSON numbers, so that a
 * value says what it is without its definition.
 */
public final class CustomValuesJson {

    /** Digits before and after the point of a number that is read at all; definitions are stricter. */
    private static final int MOST_DIGITS = 100;

    private CustomValuesJson() {
    }

    /** For the mappers of services. */
    public static JacksonModule module() {
        return new SimpleModule("custom values")
                .addSerializer(CustomValues.class, new Serializer())
                .addDeserializer(CustomValues.class, new Deserializer());
    }

    /** The value that a JSON value stands for; empty when none of a custom field looks like this. */
    public static Optional<Object> value(JsonNode json) {
        if (json.isString()) {
            return Optional.of(json.stringValue());
        }
        if (json.isBoolean()) {
            return Optional.of(json.booleanValue());
        }
        if (json.isNumber()) {
            BigDecimal number = json.decimalValue();
            return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS
                    ? Optional.empty() : Optional.of(number);
        }
        if (json.isArray() && json.valueStream().allMatch(JsonNode::isString)) {
            return Optional.of(json.valueStream().map(JsonNode::stringValue).toList());
        }
        return Optional.empty();
    }

    private static final class Serializer extends ValueSerializer<CustomValues> {

        @Override
        public void serialize(CustomValues custom, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            custom.values().forEach((key, value) -> {
                json.writeName(key);
                write(value, json);
            });
            json.writeEndObject();
        }

        private static void write(Object value, JsonGenerator json) {
            switch (value) {
                case Boolean flag -> json.writeBoolean(flag);
                case BigDecimal number when number.scale() == 0 && number.precision() < 10 ->
                        json.writeNumber(number.intValueExact());
                case BigDecimal number -> json.writeNumber(number);
                case List<?> several -> {
                    json.writeStartArray();
                    several.forEach(one -> json.writeString((String) one));
                    json.writeEndArray();
                }
                default -> json.writeString((String) value);
            }
        }
    }

    private static final class Deserializer extends ValueDeserializer<CustomValues> {

        @Override
        public CustomValues deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode json = context.readTree(parser);
            if (!json.isObject()) {
                throw Refusal.of(Refusal.Kind.INVALID, "", "expected-object");
            }
            Map<String, Object> values = new LinkedHashMap<>();
            List<FieldError> errors = new ArrayList<>();
            json.properties().forEach(property -> {
                // A null clears a field in a patch and says nothing elsewhere.
                if (!property.getValue().isNull()) {
                    value(property.getValue()).ifPresentOrElse(value -> values.put(property.getKey(), value),
                            () -> errors.add(FieldError.of(property.getKey(), "custom-value-unfit")));
                }
            });
            if (!errors.isEmpty()) {
                throw Refusal.invalid(errors);
            }
            return new CustomValues(values);
        }
    }
}
