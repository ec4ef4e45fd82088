package io.rapport.reporting.customfields;

import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The definition of a custom field as far as it is read here.
 *
 * @param owner    code of the kind of record that has the field
 * @param key      names the field among those of its kind
 * @param type     {@code text number date boolean choice choices link}; a type that is not known here is text
 * @param label    what it is called, by language
 * @param options  what may be chosen, retired options too; empty for other types
 * @param fieldClass code of the {@link io.rapport.rights.FieldClass} that its values belong to; null for facts
 * @param archived whether the field was removed
 */
public record CustomFieldDocument(
        @BsonId String id,
        String owner,
        String key,
        String type,
        Map<String, String> label,
        List<Option> options,
        String fieldClass,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long version,
        boolean archived) implements RecordDocument {

    public CustomFieldDocument {
        label = label == null ? Map.of() : Map.copyOf(label);
        options = options == null ? List.of() : List.copyOf(options);
    }

    /**
     * One choice.
     *
     * @param code  what records hold
     * @param label what it is called, by language
     */
    public record Option(String code, Map<String, String> label) {

        public Option {
            label = label == null ? Map.of() : Map.copyOf(label);
        }
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.CUSTOM_FIELD;
    }
}
