package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All list fields of one kind of record.
 *
 * @param <D> the record as it is read
 */
public final class FieldCatalogue<D extends RecordDocument> {

    /** Every kind of record has it; unique. */
    public static final String ID = "id";

    /** Every kind of record has it. */
    public static final String VERSION = "version";

    /** Every kind of record has it. */
    public static final String ARCHIVED = "archived";

    /** Every kind of record has it. */
    public static final String CREATED_AT = "createdAt";

    private final RecordKind kind;
    private final Class<D> documentType;
    private final Map<String, ListField<D>> fields = new LinkedHashMap<>();

    FieldCatalogue(RecordKind kind, Class<D> documentType, List<ListField<D>> fields) {
        this.kind = kind;
        this.documentType = documentType;
        fields.forEach(field -> {
            if (this.fields.put(field.name(), field) != null) {
                throw new IllegalArgumentException("declared twice: " + field.name());
            }
        });
        if (!this.fields.keySet().containsAll(List.of(ID, VERSION, ARCHIVED, CREATED_AT))) {
            throw new IllegalArgumentException("a list has " + ID + ", " + VERSION + ", " + ARCHIVED + " and " + CREATED_AT);
        }
    }

    public RecordKind kind() {
        return kind;
    }

    public Class<D> documentType() {
        return documentType;
    }

    public List<ListField<D>> fields() {
        return List.copyOf(fields.values());
    }

    /** These fields and more. */
    FieldCatalogue<D> with(List<ListField<D>> more) {
        return new FieldCatalogue<>(kind, documentType,
                Stream.concat(fields.values().stream(), more.stream()).toList());
    }

    public Optional<ListField<D>> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
