package io.rapport.reporting.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.rights.ShownFields;
import io.rapport.rights.Holders;
import io.rapport.web.problem.ProblemException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Documents as answers show them, alone and in lists: without empty fields, and only the fields asked for. */
@Component
public class RecordJson {

    /** A document says what it is and which version, whatever fields are asked for. */
    private static final Set<String> ALWAYS = Set.of("id", "version");

    private final JsonMapper mapper;
    private final Map<RecordKind, ReadModel<?>> models = new EnumMap<>(RecordKind.class);
    private final Clock clock = Clock.systemUTC();

    RecordJson(JsonMapper mapper, List<ReadModel<?>> models) {
        this.mapper = mapper.rebuild()
                .changeDefaultPropertyInclusion(every -> every.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        models.forEach(model -> this.models.put(model.kind(), model));
    }

    /**
     * Reads {@code ?fields=name,phone}.
     *
     * @param parameter null or blank for all fields
     * @return empty for all fields
     * @param rights    what the reader sees of no record is no field
     * @throws ProblemException 400 when the records have no such field
     */
    public Set<String> fields(RecordKind kind, String parameter, KindRights rights) {
        if (parameter == null || parameter.isBlank()) {
            return Set.of();
        }
        Set<String> fields = Arrays.stream(parameter.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = models.get(kind).shownFields();
        if (!known.containsAll(fields) || fields.stream().anyMatch(rights::hides)) {
            throw ProblemException.badRequest("fields-unknown");
        }
        return fields;
    }

    /**
     * The record as it is shown today to somebody with these rights.
     *
     * @param document complete
     * @param fields   as {@link #fields} read them; empty for all
     */
    public ObjectNode of(RecordDocument document, Set<String> fields, KindRights rights) {
        return of(document, fields, clock.instant(), rights, document.holders());
    }

    /** As {@link #of}, in the answer to the request at hand: contact data in it is noted in the trail first. */
    public ObjectNode shown(RecordDocument document, Set<String> fields, KindRights rights) {
        return shown(document, fields, clock.instant(), rights, document.holders());
    }

    ObjectNode shown(RecordDocument document, Set<String> fields, Instant at, KindRights rights, Holders holders) {
        ObjectNode json = of(document, fields, at, rights, holders);
        if (ShownFields.showsContactData(json, rights, holders)) {
            ContactDataTrail.add(document.recordKind(), document.id(), json, rights, holders);
        }
        return json;
    }

    /**
     * @param at      moment that the answer is about, for what changes by the passing of time
     * @param holders whose the record is now, whatever it was then
     */
    ObjectNode of(RecordDocument document, Set<String> fields, Instant at, KindRights rights, Holders holders) {
        ObjectNode json = mapper.valueToTree(document);
        ReadModel<?> model = models.get(document.recordKind());
        json.remove(model.hiddenFields());
        show(model, document, json, at);
        ShownFields.restrict(json, rights, holders);
        if (!fields.isEmpty()) {
            json.retain(json.propertyNames().stream()
                    .filter(name -> fields.contains(name) || ALWAYS.contains(name)).toList());
        }
        ShownFields.addAccess(json, rights, holders);
        return json;
    }

    private static <D extends RecordDocument> void show(ReadModel<D> model, RecordDocument document, ObjectNode json,
            Instant at) {
        model.show(model.documentType().cast(document), json, at);
    }
}
