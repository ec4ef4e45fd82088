package io.rapport.knowncustomers;

import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFields;
import io.rapport.customfields.RecordKind;
import io.rapport.customfields.UniqueValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The custom fields that administrators have defined in the customer service: a replica in this service's database, and
 * in memory. Values of other services' records are not kept apart: no field of theirs is unique.
 */
public final class KnownCustomFields {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.shared();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Map<RecordKind, CustomFields> fields = Map.of();

    KnownCustomFields(JdbcClient database) {
        this.database = database;
    }

    /** The fields of a kind of record, as far as the topic has told. */
    public CustomFields of(RecordKind kind) {
        return fields.getOrDefault(kind, CustomFields.NONE);
    }

    /** Waits a moment for fields that are not known: one that was defined just now counts. */
    public void await(RecordKind kind, Collection<String> keys) {
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (left > 0 && !keys.stream().allMatch(key -> of(kind).find(key).isPresent())) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Stores what is newer than what is there; part of the caller's transaction. */
    void store(List<CustomFieldMessage> messages) {
        messages.forEach(message -> database.sql("""
                INSERT INTO known_custom_field (id, version, definition) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET version = excluded.version, definition = excluded.definition
                WHERE known_custom_field.version < excluded.version""")
                .params(message.id(), message.sequence(), message.definition()).update());
    }

    /** Brings memory up to what the database holds. */
    void refresh() {
        Map<RecordKind, List<CustomFieldDefinition>> definitions = new EnumMap<>(RecordKind.class);
        database.sql("SELECT definition FROM known_custom_field WHERE definition IS NOT NULL ORDER BY id")
                .query(String.class).list().forEach(text -> {
                    CustomFieldDefinition definition = definition(text);
                    if (definition != null) {
                        definitions.computeIfAbsent(definition.recordKind(), _ -> new ArrayList<>()).add(definition);
                    }
                });
        Map<RecordKind, CustomFields> now = new EnumMap<>(RecordKind.class);
        definitions.forEach((kind, of) -> now.put(kind, new CustomFields(of, UniqueValues.NONE)));
        lock.lock();
        try {
            fields = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Null where a newer version of the customer service says something that this one does not understand. */
    private CustomFieldDefinition definition(String text) {
        try {
            JsonNode node = json.readTree(text);
            return CustomFieldMessage.definition(node);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
