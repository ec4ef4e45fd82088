package io.rapport.reporting.search.index;

import io.rapport.rights.FieldClass;

/**
 * Where the index keeps what: the record verbatim, one object for each field with the columns of its type, and the keys
 * of the search box. Fields of one type have the same columns whatever they are called, so that fields which are not
 * known when the index is made can share one nested object.
 */
public final class Columns {

    /** The record as JSON; not indexed, and all that {@code _source} keeps. */
    public static final String RECORD = "record";

    public static final String FIELDS = "fields";

    /** {@link io.rapport.reporting.search.text.EqualityKeys} of the texts. */
    public static final String KEY = "key";

    /** {@link io.rapport.reporting.search.text.Spellings} of the texts, one for each key, for fields that are counted. */
    public static final String RAW = "raw";

    /** {@link io.rapport.reporting.search.text.SortKeys} of all texts together. */
    public static final String SORT = "sort";

    /** {@link io.rapport.reporting.search.text.Grams} of each text. */
    public static final String GRAMS = "grams";

    public static final String NUMBER = "number";

    /** ISO 4217 code of an amount that can be added up. */
    public static final String CURRENCY = "currency";

    /** An amount that can be added up without what stands after its point. */
    public static final String WHOLE = "whole";

    /** What stands after the point of an amount that can be added up; see {@link SummedMoney}. */
    public static final String FRACTION = "fraction";

    /** Milliseconds since the epoch. */
    public static final String TIME = "time";

    public static final String FLAG = "flag";

    /** True for a record that another one answers for; absent for all that lists show. */
    public static final String MERGED = "merged";

    /** Of a customer: what another that is the same has too; {@link io.rapport.reporting.search.likeness.Traits}. */
    public static final String ALIKE = "alike";

    public static final String PLACE = "place";

    /** The id as two numbers, see {@link RecordPlace}: what records that are equal otherwise are sorted by. */
    public static final String ID_HIGH = PLACE + ".high";
    public static final String ID_LOW = PLACE + ".low";

    /** Where a record lies among the others, see {@link RecordPlace}. */
    public static final String SPREAD = PLACE + ".spread";

    /** Who holds a record, see {@link io.rapport.rights.Holders}: what every query is narrowed by. */
    public static final String HELD = "held";

    public static final String HELD_BY = HELD + ".by";
    public static final String HELD_BY_NOBODY = HELD + ".unowned";

    public static final String SEARCH = "search";

    static final String LEADING = "leading";
    static final String WORDS = "words";
    static final String PAIRS = "grams";

    /** The columns of all custom fields. */
    static final String CUSTOM = "custom";

    private static final String CUSTOM_FIELD = CUSTOM + '.';

    /** The text of all custom fields, each pair of characters behind its field's key; see {@link #customKey}. */
    public static final String CUSTOM_GRAMS = FIELDS + '.' + CUSTOM + '.' + GRAMS;

    private Columns() {
    }

    /** Keys that begin where the main name begins; of the fields of one class, or of the facts for null. */
    public static String searchLeading(FieldClass fields) {
        return search(fields) + '.' + LEADING;
    }

    /** Words of the fields of one class, or of the facts for null. */
    public static String searchWords(FieldClass fields) {
        return search(fields) + '.' + WORDS;
    }

    /** Pairs of characters of the fields of one class, or of the facts for null. */
    public static String searchGrams(FieldClass fields) {
        return search(fields) + '.' + PAIRS;
    }

    /** As {@link #searchWords}, of the texts of all custom fields together. */
    public static String customWords() {
        return SEARCH + '.' + CUSTOM + '.' + WORDS;
    }

    /** As {@link #searchGrams}, of the texts of all custom fields together. */
    public static String customPairs() {
        return SEARCH + '.' + CUSTOM + '.' + PAIRS;
    }

    private static String search(FieldClass fields) {
        return SEARCH + '.' + searchPart(fields);
    }

    static String searchPart(FieldClass fields) {
        return fields == null ? "facts" : fields.code();
    }

    public static boolean isCustom(String field) {
        return field.startsWith(CUSTOM_FIELD);
    }

    /** {@code budget} of {@code custom.budget}. */
    public static String customKey(String field) {
        return field.substring(CUSTOM_FIELD.length());
    }

    /** Name of the column of a field; a custom field stands inside the column that all of them share. */
    public static String of(String field, String column) {
        if (isCustom(field)) {
            return FIELDS + '.' + CUSTOM + '.' + column + '.' + customKey(field);
        }
        return FIELDS + '.' + field + '.' + column;
    }
}
