package io.rapport.reporting.search.index;

import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.IndexOptions;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.SegmentSortOrder;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.Found;
import io.rapport.reporting.search.catalogue.ListField;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Mapping and settings of an index. Only what the core of Elasticsearch has: all analysis is done before, so tokens are
 * merely separated by spaces.
 */
final class IndexDefinition {

    /** Beginnings of a word that are indexed themselves: shorter and longer ones are rare or select little. */
    private static final int MIN_PREFIX = 2;
    private static final int MAX_PREFIX = 5;

    /** What pages by number reach, and one more to tell whether there is a next page. */
    private static final int RESULT_WINDOW = 10_001;

    private IndexDefinition() {
    }

    static TypeMapping mapping(FieldCatalogue<?> catalogue) {
        Map<String, Property> fields = new LinkedHashMap<>();
        Map<String, Map<String, Property>> parts = new LinkedHashMap<>();
        for (ListField<?> field : catalogue.fields()) {
            int dot = field.name().indexOf('.');
            if (dot < 0) {
                parts.computeIfAbsent(field.name(), name -> new LinkedHashMap<>()).putAll(columns(field));
            } else {
                parts.computeIfAbsent(field.name().substring(0, dot), name -> new LinkedHashMap<>())
                        .put(field.name().substring(dot + 1), object(columns(field)));
            }
        }
        parts.forEach((name, columns) -> fields.put(name, object(columns)));
        fields.put(Columns.CUSTOM, object(Map.of(Columns.KEY, keyed(), Columns.SORT, keyed(), Columns.RAW, keyed(),
                Columns.GRAMS, grams())));
        return TypeMapping.of(mapping -> mapping
                .dynamic(DynamicMapping.Strict)
                .source(source -> source.includes(Columns.RECORD))
                .properties(Columns.RECORD, record -> record.object(object -> object.enabled(false)))
                .properties(Columns.FIELDS, object(fields))
                .properties(Columns.ALIKE, Property.of(p -> p.keyword(keyword -> keyword)))
                .properties(Columns.MERGED, merged -> merged.boolean_(flag -> flag))
                .properties(Columns.PLACE, object(inOrder(Map.of("high", place(), "low", place(), "spread", place()))))
                .properties(Columns.HELD, object(inOrder(Map.of("by", Property.of(p -> p.keyword(keyword -> keyword)),
                        "unowned", Property.of(p -> p.boolean_(flag -> flag))))))
                .properties(Columns.SEARCH, object(inOrder(search(catalogue)))));
    }

    /** Whatever is found only by those who see it has columns of its own. */
    private static Map<String, Property> search(FieldCatalogue<?> catalogue) {
        Map<String, Property> parts = new TreeMap<>();
        catalogue.fields().stream().filter(field -> field.found() != Found.NOT)
                .map(field -> Columns.searchPart(catalogue.classOf(field)))
                .forEach(part -> parts.put(part, searched()));
        parts.put(Columns.CUSTOM, searched());
        return parts;
    }

    private static Property searched() {
        return object(inOrder(Map.of(Columns.LEADING, beginnings(), Columns.WORDS, beginnings(),
                Columns.PAIRS, grams())));
    }

    /** Name of the definition: an index of another one lacks columns of the records that are in it already. */
    static String digest(TypeMapping mapping, FieldCatalogue<?> catalogue) {
        String classes = catalogue.fields().stream().map(field -> field.name() + '=' + catalogue.classOf(field))
                .collect(Collectors.joining(","));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((mapping + classes).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static IndexSettings settings(ElasticsearchProperties properties) {
        return IndexSettings.of(settings -> settings
                .numberOfShards(Integer.toString(properties.shards()))
                .numberOfReplicas(Integer.toString(properties.replicas()))
                .maxResultWindow(RESULT_WINDOW)
                .sort(sort -> sort.field(Columns.SPREAD).order(SegmentSortOrder.Asc))
                .refreshInterval(time -> time.time(properties.refreshInterval().toMillis() + "ms")));
    }

    private static Map<String, Property> columns(ListField<?> field) {
        Map<String, Property> columns = new LinkedHashMap<>();
        switch (field.type()) {
            case TEXT -> {
                columns.put(Columns.KEY, Property.of(p -> p.keyword(keyword -> keyword)));
                columns.put(Columns.SORT, valuesOnly());
                columns.put(Columns.GRAMS, grams());
                if (field.facet()) {
                    columns.put(Columns.RAW, valuesOnly());
                }
            }
            case CUSTOM_NUMBER, CUSTOM_DATE, CUSTOM_BOOLEAN ->
                    throw new IllegalArgumentException("has no column of its own: " + field.name());
            case NUMBER, MONEY -> columns.put(Columns.NUMBER, Property.of(p -> p.double_(number -> number)));
            case SUMMED_MONEY -> {
                columns.put(Columns.NUMBER, Property.of(p -> p.double_(number -> number)));
                columns.put(Columns.CURRENCY, Property.of(p -> p.keyword(keyword -> keyword)));
                columns.put(Columns.WHOLE, Property.of(p -> p.long_(whole -> whole.index(false))));
                columns.put(Columns.FRACTION, Property.of(p -> p.long_(fraction -> fraction.index(false))));
            }
            case DATE, INSTANT, ACTIVITY, REACHED ->
                    columns.put(Columns.TIME, Property.of(p -> p.date(date -> date.format("epoch_millis"))));
            case BOOLEAN -> columns.put(Columns.FLAG, Property.of(p -> p.boolean_(flag -> flag)));
        }
        return columns;
    }

    private static Property valuesOnly() {
        return Property.of(p -> p.keyword(keyword -> keyword.index(false)));
    }

    private static Property place() {
        return Property.of(p -> p.long_(number -> number.index(false)));
    }

    /** Any number of keywords by any names, as one field of the mapping. */
    private static Property keyed() {
        return Property.of(p -> p.flattened(flattened -> flattened));
    }

    private static Property beginnings() {
        return Property.of(p -> p.text(text -> text.analyzer("whitespace").norms(false).indexOptions(IndexOptions.Docs)
                .indexPrefixes(prefixes -> prefixes.minChars(MIN_PREFIX).maxChars(MAX_PREFIX))));
    }

    private static Property grams() {
        return Property.of(p -> p.text(text -> text.analyzer("whitespace").norms(false)
                .indexOptions(IndexOptions.Positions)));
    }

    /** The same in every process, because the definition is known by its text. */
    private static Map<String, Property> inOrder(Map<String, Property> properties) {
        return new TreeMap<>(properties);
    }

    private static Property object(Map<String, Property> properties) {
        return Property.of(p -> p.object(object -> object.properties(properties)));
    }
}
