package io.rapport.reporting.search.index;

import io.rapport.reporting.search.text.EqualityKeys;
import io.rapport.reporting.search.text.Grams;
import io.rapport.reporting.search.text.NumberKeys;
import io.rapport.reporting.search.text.SortKeys;
import io.rapport.reporting.search.text.Spellings;
import io.rapport.reporting.search.text.TextFolding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of all custom fields of a record. Each column is one flattened field of the index with the fields' keys
 * inside, so that the mapping stays the same however many fields there are. A value is indexed by what it is itself,
 * never by its definition.
 */
final class CustomColumns {

    private final int maxText;
    private final Map<String, Object> keys = new HashMap<>();
    private final Map<String, Object> sorts = new HashMap<>();
    private final Map<String, Object> raws = new HashMap<>();
    private final List<String> grams = new ArrayList<>();

    private CustomColumns(int maxText) {
        this.maxText = maxText;
    }

    /** @param maxText characters of a text that conditions look at */
    static Map<String, Object> of(Map<String, Object> custom, int maxText) {
        CustomColumns columns = new CustomColumns(maxText);
        custom.forEach(columns::add);
        return Map.of(Columns.KEY, columns.keys, Columns.SORT, columns.sorts, Columns.RAW, columns.raws,
                Columns.GRAMS, columns.grams);
    }

    private void add(String field, Object value) {
        switch (value) {
            case Number number -> {
                keys.put(field, NumberKeys.of(number.doubleValue()));
                sorts.put(field, NumberKeys.of(number.doubleValue()));
            }
            case Boolean flag -> {
                keys.put(field, flag.toString());
                sorts.put(field, flag.toString());
                raws.put(field, flag.toString());
            }
            case Collection<?> several -> addTexts(field, several.stream().map(String::valueOf).toList());
            default -> addTexts(field, List.of(value.toString()));
        }
    }

    private void addTexts(String field, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        List<String> folded = texts.stream().map(TextFolding::fold).toList();
        keys.put(field, folded.stream().map(EqualityKeys::of).toList());
        sorts.put(field, SortKeys.of(String.join(", ", folded)));
        Map<String, String> spellings = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            spellings.putIfAbsent(EqualityKeys.of(folded.get(i)), Spellings.of(texts.get(i)));
        }
        raws.put(field, List.copyOf(spellings.values()));
        folded.forEach(text -> grams.add(Grams.within(field, Grams.ofText(IndexDocuments.clipped(text, maxText)))));
    }
}
