package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;

import io.rapport.reporting.rights.KindRights;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.FieldClass;
import io.rapport.rights.Kind;

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
    private final KindRights rights;
    private final Kind about;

    FieldCatalogue(RecordKind kind, Class<D> documentType, List<ListField<D>> fields) {
        this(kind, documentType, fields, KindRights.everything(Kind.of(kind.code()).orElseThrow()));
    }

    private FieldCatalogue(RecordKind kind, Class<D> documentType, List<ListField<D>> fields, KindRights rights) {
        this.kind = kind;
        this.rights = rights;
        this.about = Kind.of(kind.code()).orElseThrow();
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
                Stream.concat(fields.values().stream(), more.stream()).toList(), rights);
    }

    /** The fields as somebody with these rights has them: what he sees in no record is not there. */
    public FieldCatalogue<D> seenWith(KindRights rights) {
        return new FieldCatalogue<>(kind, documentType,
                fields.values().stream().filter(field -> !rights.hides(field.name())).toList(), rights);
    }

    /** A field that can be asked for: one that is masked in every record is shown, but not to be found by its name. */
    public Optional<ListField<D>> find(String name) {
        return Optional.ofNullable(fields.get(name)).filter(field -> !rights.neverFull(name));
    }

    /** The class that the words of a field belong to; null for a fact. */
    public FieldClass classOf(ListField<?> field) {
        return DeclaredRights.get().field(about, field.name())
                .map(rule -> rule.classes().stream().sorted().findFirst().orElseThrow()).orElse(null);
    }
}
