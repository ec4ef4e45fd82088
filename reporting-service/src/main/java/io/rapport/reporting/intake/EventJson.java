package io.rapport.reporting.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapport.contracts.Money;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * JSON of events and of documents on their way through a projection. A tolerant reader: unknown fields are ignored.
 * Values that MongoDB or Elasticsearch could not keep are refused here, where they stop one record only.
 */
final class EventJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addMixIn(Money.class, MoneyInJson.class)
            .addModule(new SimpleModule("values that can be kept")
                    .addDeserializer(LocalDate.class, new DateDeserializer())
                    .addDeserializer(Instant.class, new InstantDeserializer()))
            .build();

    /** Digits that a decimal of MongoDB keeps. */
    private static final int MOST_DIGITS = 34;
    private static final int LAST_YEAR = 9999;

    private EventJson() {
    }

    abstract static class MoneyInJson {

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract BigDecimal amount();

        @JsonCreator
        static Money of(@JsonProperty("amount") BigDecimal amount, @JsonProperty("currency") String currency) {
            if (amount != null && (amount.precision() > MOST_DIGITS || Math.abs(amount.scale()) > MOST_DIGITS)) {
                throw new IllegalArgumentException("too many digits");
            }
            return new Money(amount, currency);
        }
    }

    private static final class DateDeserializer extends StdDeserializer<LocalDate> {

        DateDeserializer() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString();
            try {
                LocalDate date = LocalDate.parse(text);
                checkYear(date.getYear());
                return date;
            } catch (DateTimeException | NullPointerException notADate) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, "", "not a date");
            }
        }
    }

    private static final class InstantDeserializer extends StdDeserializer<Instant> {

        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString();
            try {
                Instant instant = Instant.parse(text);
                checkYear(instant.atOffset(ZoneOffset.UTC).getYear());
                // As MongoDB keeps it: a document just folded equals the same document read back.
                return instant.truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeException | NullPointerException notATime) {
                return (Instant) context.handleWeirdStringValue(Instant.class, "", "not a time");
            }
        }
    }

    private static void checkYear(int year) {
        if (year < 0 || year > LAST_YEAR) {
            throw new DateTimeException("year out of range");
        }
    }
}
