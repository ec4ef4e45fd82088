package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import io.rapport.contracts.refusal.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a list goes on: the sort values of the last record shown, with a digest of the list they belong to. Opaque to
 * clients; it gives nobody more than they may see, because every query is restricted anew.
 */
final class Cursors {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DIGEST_BYTES = 12;

    private Cursors() {
    }

    /** Tells one list from another. */
    static String digest(String... list) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(JSON.writeValueAsBytes(list));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * Behind one record of a list.
     *
     * @param part   which of the list's parts it is in, from 0
     * @param values what it is sorted by there
     */
    record Place(int part, List<FieldValue> values) {

        Place {
            values = List.copyOf(values);
        }
    }

    static String write(String digest, Place last) {
        Map<String, Object> cursor = new LinkedHashMap<>();
        cursor.put("of", digest);
        if (last.part() > 0) {
            cursor.put("part", last.part());
        }
        cursor.put("after", last.values().stream().map(value -> value.isNull() ? null : value._get()).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(cursor));
    }

    /**
     * @param parts of the list
     * @throws Refusal of kind UNREADABLE if it is not a cursor, or one of another list
     */
    static Place read(String cursor, String digest, List<ListPart> parts) {
        JsonNode json = json(cursor);
        if (!digest.equals(json.path("of").asString(""))) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "cursor", "cursor-of-another-list");
        }
        int part = json.path("part").asInt(0);
        JsonNode after = json.path("after");
        if (part < 0 || part >= parts.size() || !after.isArray() || after.size() != parts.get(part).sort().size()) {
            throw invalid();
        }
        List<FieldValue> read = new ArrayList<>();
        after.forEach(value -> read.add(value(value)));
        return new Place(part, read);
    }

    static Refusal invalid() {
        return Refusal.of(Refusal.Kind.UNREADABLE, "cursor", "cursor-invalid");
    }

    private static JsonNode json(String cursor) {
        try {
            JsonNode json = JSON.readTree(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (json.isObject() && json.path("of").isString()) {
                return json;
            }
        } catch (IllegalArgumentException | JacksonException notACursor) {
            // refused below
        }
        throw invalid();
    }

    private static FieldValue value(JsonNode value) {
        if (value.isNull()) {
            return FieldValue.NULL;
        }
        if (value.isString()) {
            return FieldValue.of(value.stringValue());
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return FieldValue.of(value.longValue());
        }
        if (value.isNumber()) {
            return FieldValue.of(value.doubleValue());
        }
        throw invalid();
    }
}
