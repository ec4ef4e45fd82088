package io.rapport.customer.application.customfields;

import io.rapport.contracts.CustomValues;
import io.rapport.customfields.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The rows of the table {@code custom_value}: one for each field that a record has a value of. */
final class CustomValueTable {

    /** Stands between several choices on their way into the database; no value holds control characters. */
    private static final String UNIT = "\u001f";

    /** A record that has custom values. */
    record Record(RecordKind kind, String id) {
    }

    private final JdbcClient database;

    CustomValueTable(JdbcClient database) {
        this.database = database;
    }

    /** The records hold these values now and no others. */
    void replace(Map<Record, CustomValues> records) {
        database.sql("""
                DELETE FROM custom_value USING unnest(?, ?) AS record (kind, id)
                WHERE record_kind = record.kind AND record_id = record.id""")
                .param(records.keySet().stream().map(record -> record.kind().code()).toArray(String[]::new))
                .param(records.keySet().stream().map(Record::id).toArray(String[]::new))
                .update();
        List<String> kinds = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        records.forEach((record, custom) -> custom.values().forEach((key, value) -> {
            kinds.add(record.kind().code());
            ids.add(record.id());
            fields.add(key);
            texts.add(text(value));
        }));
        if (!kinds.isEmpty()) {
            database.sql("""
                    INSERT INTO custom_value (record_kind, field, record_id, value)
                    SELECT kind, field, id, string_to_array(text, E'\\x1f')
                    FROM unnest(?, ?, ?, ?) AS given (kind, field, id, text)""")
                    .param(kinds.toArray(String[]::new)).param(fields.toArray(String[]::new))
                    .param(ids.toArray(String[]::new)).param(texts.toArray(String[]::new))
                    .update();
        }
    }

    Map<String, List<String>> recordsHolding(RecordKind kind, String key, Collection<String> texts) {
        Map<String, List<String>> ids = new HashMap<>();
        // The index is on a digest: a text may be longer than an index can hold.
        database.sql("""
                SELECT value[1], record_id FROM custom_value WHERE record_kind = ? AND field = ?
                    AND md5(value[1]) IN (SELECT md5(text) FROM unnest(?) AS text) AND value[1] = ANY (?)
                ORDER BY record_id""")
                .param(kind.code()).param(key).param(texts.toArray(String[]::new)).param(texts.toArray(String[]::new))
                .query(row -> {
                    ids.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
                });
        return ids;
    }

    long count(RecordKind kind, String key) {
        hold();
        return database.sql("SELECT count(*) FROM custom_value WHERE record_kind = ? AND field = ?")
                .params(kind.code(), key).query(Long.class).single();
    }

    long count(RecordKind kind, String key, String choice) {
        hold();
        return database.sql("SELECT count(*) FROM custom_value WHERE record_kind = ? AND field = ? AND ? = ANY (value)")
                .params(kind.code(), key, choice).query(Long.class).single();
    }

    long countUnfit(RecordKind kind, String key, Predicate<String> fits) {
        hold();
        AtomicLong unfit = new AtomicLong();
        database.sql("SELECT value[1], count(*) FROM custom_value WHERE record_kind = ? AND field = ? GROUP BY value[1]")
                .params(kind.code(), key)
                .query(row -> {
                    if (!fits.test(row.getString(1))) {
                        unfit.addAndGet(row.getLong(2));
                    }
                });
        return unfit.get();
    }

    long countRepeated(RecordKind kind, String key) {
        hold();
        return database.sql("""
                SELECT coalesce(sum(records), 0) FROM (
                    SELECT count(*) AS records FROM custom_value
                    LEFT JOIN customer_answering ON record_kind = 'customer' AND customer_id = record_id
                    WHERE record_kind = ? AND field = ? GROUP BY value[1]
                    HAVING count(DISTINCT coalesce(answering_id, record_id)) > 1) AS repeated""")
                .params(kind.code(), key).query(Long.class).single();
    }

    void keepApart(RecordKind kind, String key) {
        database.sql("""
                INSERT INTO reservation (scope, value, record_id)
                SELECT ?, encode(sha256(convert_to(value[1], 'UTF8')), 'hex'), min(record_id)
                FROM custom_value WHERE record_kind = ? AND field = ? GROUP BY value[1]""")
                .params(ReservedCustomValues.scope(kind, key), kind.code(), key).update();
    }

    void letRepeat(RecordKind kind, String key) {
        database.sql("DELETE FROM reservation WHERE scope = ?").param(ReservedCustomValues.scope(kind, key)).update();
    }

    /** Waits for commands on their way and holds new ones up, so that none brings a value in meanwhile. */
    private void hold() {
        database.sql("LOCK TABLE custom_value IN SHARE MODE").update();
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> several -> String.join(UNIT, several.stream().map(String.class::cast).toList());
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
