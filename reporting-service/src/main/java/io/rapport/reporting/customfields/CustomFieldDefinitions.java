package io.rapport.reporting.customfields;

import io.rapport.reporting.intake.PresentDocuments;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import io.rapport.rights.FieldClass;
import io.rapport.rights.FieldRule;
import io.rapport.rights.Mask;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The custom fields there are. */
@Component
public class CustomFieldDefinitions extends PresentDocuments<CustomFieldDocument, CustomFieldDefinitions.Present> {

    private static final String FACTS = "facts";

    /** Types of which the values are texts that can be masked. */
    private static final Set<String> TEXTS = Set.of("text", "link");

    CustomFieldDefinitions(RecordStore store, CustomFieldReadModel model) {
        super(store, model);
    }

    /**
     * All definitions at one moment.
     *
     * @param fields those that were not removed, in the order of their keys
     * @param rules  what is said of each field, removed ones too, by the kind that has it and by its name
     */
    record Present(List<CustomFieldDocument> fields, Map<String, Map<String, Optional<FieldRule>>> rules) {
    }

    /**
     * Those of one kind of record in the order of their keys, without removed ones.
     *
     * @throws com.mongodb.MongoException if MongoDB cannot be reached
     */
    public List<CustomFieldDocument> of(RecordKind kind) {
        return present().fields().stream().filter(field -> kind.code().equals(field.owner())).toList();
    }

    /**
     * What is said of the fields of one kind of record, removed ones too, by names as {@code custom.size}; empty for
     * facts.
     *
     * @throws com.mongodb.MongoException if MongoDB cannot be reached
     */
    public Map<String, Optional<FieldRule>> rules(RecordKind kind) {
        return present().rules().getOrDefault(kind.code(), Map.of());
    }

    @Override
    protected Present of(List<CustomFieldDocument> fields) {
        return new Present(fields.stream().filter(field -> !field.archived())
                .sorted(Comparator.comparing(CustomFieldDocument::key)).toList(),
                fields.stream().collect(Collectors.groupingBy(CustomFieldDocument::owner, Collectors.toUnmodifiableMap(
                        field -> "custom." + field.key(), CustomFieldDefinitions::rule))));
    }

    /** A class that this version does not know is seen by who sees all that it knows. */
    private static Optional<FieldRule> rule(CustomFieldDocument field) {
        if (field.fieldClass() == null || field.fieldClass().equals(FACTS)) {
            return Optional.empty();
        }
        Set<FieldClass> classes = FieldClass.of(field.fieldClass()).map(Set::of).orElse(Set.of(FieldClass.values()));
        boolean masked = classes.equals(Set.of(FieldClass.CONTACT_DATA)) && TEXTS.contains(field.type());
        return Optional.of(new FieldRule(classes, masked ? Mask.CONTACT : null));
    }
}
