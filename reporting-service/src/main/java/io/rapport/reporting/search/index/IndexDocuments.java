package io.rapport.reporting.search.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.Money;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.search.catalogue.Catalogues;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.Found;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.likeness.Traits;
import io.rapport.reporting.search.text.EqualityKeys;
import io.rapport.reporting.search.text.Grams;
import io.rapport.reporting.search.text.SearchKeys;
import io.rapport.reporting.search.text.SortKeys;
import io.rapport.reporting.search.text.Spellings;
import io.rapport.reporting.search.text.TextFolding;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a record into what the index stores of it: the record itself, and the columns of {@link Columns}. */
@Component
public class IndexDocuments {

    private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {
    };

    /** Characters of a text that conditions and the search box look at; what comes behind is only shown. */
    private static final int MAX_TEXT = 4_000;

    private final JsonMapper mapper;

    IndexDocuments(JsonMapper mapper) {
        this.mapper = mapper.rebuild()
                .changeDefaultPropertyInclusion(every -> every.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(StoredMoney.module())
                .build();
    }

    /** The whole document for the index. */
    Map<String, Object> of(RecordDocument record) {
        return columns(Catalogues.of(record.recordKind()), record);
    }

    /** Reads back the record that a document holds; what an older version of this service wrote is read too. */
    public <D extends RecordDocument> D record(ObjectNode source, Class<D> type) {
        return mapper.treeToValue(source.get(Columns.RECORD), type);
    }

    @SuppressWarnings("unchecked")
    private <D extends RecordDocument> Map<String, Object> columns(FieldCatalogue<D> catalogue, RecordDocument record) {
        Map<String, Object> fields = new HashMap<>();
        Map<String, SearchKeys> keys = new HashMap<>();
        for (ListField<D> field : record.withdrawn() ? withdrawn(catalogue) : catalogue.fields()) {
            Object value = field.value().apply((D) record);
            if (value != null && !(value instanceof Collection<?> several && several.isEmpty())) {
                put(fields, field.name(), columns(field, value));
                if (field.found() != Found.NOT) {
                    addKeys(keys.computeIfAbsent(Columns.searchPart(catalogue.classOf(field)), any -> new SearchKeys()),
                            field, value);
                }
            }
        }
        if (record.custom() != null && !record.custom().isEmpty()) {
            fields.put(Columns.CUSTOM, CustomColumns.of(record.custom(), MAX_TEXT));
            addCustomKeys(keys.computeIfAbsent(Columns.CUSTOM, any -> new SearchKeys()), record.custom());
        }
        RecordPlace place = RecordPlace.of(record.id());
        Map<String, Object> document = new HashMap<>(Map.of(
                Columns.RECORD, mapper.convertValue(record, JSON_OBJECT),
                Columns.FIELDS, fields,
                Columns.PLACE, Map.of("high", place.high(), "low", place.low(), "spread", place.spread()),
                Columns.HELD, Map.of("by", record.holders().users(), "unowned", record.holders().unowned()),
                Columns.SEARCH, searched(keys)));
        if (record.mergedInto() != null) {
            document.put(Columns.MERGED, true);
        }
        if (record instanceof CustomerProfile customer && !record.withdrawn()) {
            document.put(Columns.ALIKE, Traits.of(customer).allKeys());
        }
        return document;
    }

    private static Map<String, Object> searched(Map<String, SearchKeys> keys) {
        Map<String, Object> searched = new HashMap<>();
        keys.forEach((part, of) -> searched.put(part, Map.of(Columns.LEADING, of.leading(), Columns.WORDS, of.words(),
                Columns.PAIRS, of.grams())));
        return searched;
    }

    /** Lists ask for more than what tells the record and its version: what was withdrawn is in none of them. */
    private static <D extends RecordDocument> List<ListField<D>> withdrawn(FieldCatalogue<D> catalogue) {
        return catalogue.fields().stream().filter(field -> field.name().equals(FieldCatalogue.ID)
                || field.name().equals(FieldCatalogue.VERSION)).toList();
    }

    /** A part of a field stands inside the object of the field. */
    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> fields, String name, Map<String, Object> columns) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            ((Map<String, Object>) fields.computeIfAbsent(name, n -> new HashMap<>())).putAll(columns);
        } else {
            ((Map<String, Object>) fields.computeIfAbsent(name.substring(0, dot), n -> new HashMap<>()))
                    .put(name.substring(dot + 1), columns);
        }
    }

    private static Map<String, Object> columns(ListField<?> field, Object value) {
        return switch (field.type()) {
            case TEXT -> texts(field, value instanceof Collection<?> several
                    ? several.stream().map(String::valueOf).toList() : List.of((String) value));
            case NUMBER -> Map.of(Columns.NUMBER, ((Number) value).doubleValue());
            case MONEY -> Map.of(Columns.NUMBER, ((Money) value).amount().doubleValue());
            case SUMMED_MONEY -> SummedMoney.columns((Money) value);
            case DATE, INSTANT, ACTIVITY, REACHED -> Map.of(Columns.TIME, moment(value).toEpochMilli());
            case BOOLEAN -> Map.of(Columns.FLAG, value);
            case CUSTOM_NUMBER, CUSTOM_DATE, CUSTOM_BOOLEAN ->
                    throw new IllegalArgumentException("has no column of its own: " + field.name());
        };
    }

    private static Instant moment(Object value) {
        return value instanceof LocalDate day ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : (Instant) value;
    }

    private static Map<String, Object> texts(ListField<?> field, List<String> texts) {
        Map<String, Object> columns = new HashMap<>();
        List<String> folded = texts.stream().map(TextFolding::fold).toList();
        List<String> keys = folded.stream().map(EqualityKeys::of).toList();
        columns.put(Columns.KEY, keys);
        columns.put(Columns.SORT, SortKeys.of(String.join(", ", folded)));
        columns.put(Columns.GRAMS, folded.stream().map(text -> Grams.ofText(clipped(text, MAX_TEXT))).toList());
        if (field.facet()) {
            Map<String, String> spellings = new LinkedHashMap<>();
            for (int i = 0; i < texts.size(); i++) {
                spellings.putIfAbsent(keys.get(i), Spellings.of(texts.get(i)));
            }
            columns.put(Columns.RAW, List.copyOf(spellings.values()));
        }
        return columns;
    }

    /** Texts of custom fields are found by the search box; numbers and yes or no are not. */
    private static void addCustomKeys(SearchKeys keys, Map<String, Object> custom) {
        custom.values().forEach(value -> {
            switch (value) {
                case Number _, Boolean _ -> { }
                case Collection<?> several -> several.forEach(text -> keys.addText(String.valueOf(text)));
                default -> keys.addText(value.toString());
            }
        });
    }

    private static void addKeys(SearchKeys keys, ListField<?> field, Object value) {
        for (Object one : value instanceof Collection<?> several ? several : List.of(value)) {
            String text = String.valueOf(one);
            switch (field.found()) {
                case NOT -> { }
                case AS_NAME -> keys.addName(text);
                case BY_SOUND -> keys.addSoundingText(text);
                case AS_TEXT -> keys.addText(text);
                case AS_CODE -> keys.addCode(text);
                case AS_PHONE -> keys.addPhone(text);
                case AS_EMAIL -> keys.addEmail(text);
                case AS_WEBSITE -> keys.addWebsite(text);
            }
        }
    }

    static String clipped(String text, int max) {
        return text.length() <= max ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
