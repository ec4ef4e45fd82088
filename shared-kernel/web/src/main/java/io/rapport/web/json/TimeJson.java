package io.rapport.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a date or an instant from text of one form only; Jackson's own readers also take numbers and lists. */
final class TimeJson<T> extends StdDeserializer<T> {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    private final Pattern form;
    private final transient Function<String, T> reading;

    private TimeJson(Class<T> type, Pattern form, Function<String, T> reading) {
        super(type);
        this.form = form;
        this.reading = reading;
    }

    /** {@code YYYY-MM-DD}, a day that exists. */
    static TimeJson<LocalDate> date() {
        return new TimeJson<>(LocalDate.class, DATE, LocalDate::parse);
    }

    /** ISO 8601 with {@code Z} or an offset. */
    static TimeJson<Instant> instant() {
        return new TimeJson<>(Instant.class, INSTANT, Instant::parse);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return handledType().cast(context.handleUnexpectedToken(handledType(), parser));
        }
        String text = parser.getString();
        if (form.matcher(text).matches()) {
            try {
                return reading.apply(text);
            } catch (DateTimeException noSuchDay) {
                throw context.weirdStringException("", handledType(), "no such day or time");
            }
        }
        throw context.weirdStringException("", handledType(), "not of the form");
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<T> handledType() {
        return (Class<T>) super.handledType();
    }
}
