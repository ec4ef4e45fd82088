package io.rapport.reporting.intake;

import io.rapport.contracts.event.EventEnvelope;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One kind of record as it is read: which documents there are and how events become documents. Each package of a read
 * model declares one bean.
 *
 * @param <D> the document, a record of Java
 */
public interface ReadModel<D extends RecordDocument> {

    RecordKind kind();

    Class<D> documentType();

    /** Name of the collection in MongoDB. */
    String collection();

    /** Whether events of this type change more than the version. */
    boolean knows(String eventType);

    /**
     * The document after the event: depends on its arguments alone. An event of an unknown type advances the version
     * and nothing else.
     *
     * @param before null before the first event
     * @param event  the next one of the record: its sequence is one more than the version of {@code before}
     * @throws UnprojectableEvent if the event's data is not what its type promises
     */
    D fold(D before, EventEnvelope event) throws UnprojectableEvent;

    /**
     * Raise it when the fold makes another document of the same events without other fields: everything is then filled
     * again. Other fields are noticed without it.
     */
    default int revision() {
        return 1;
    }

    /** Names of the fields that events set, as answers name them: what history tells the changes of. */
    Set<String> recordedFields();

    /** The {@link #recordedFields()} of the document as JSON, without those that nobody has set. */
    ObjectNode recorded(D document);

    /** Names of the document's fields that answers do not show. */
    default Set<String> hiddenFields() {
        return Set.of();
    }

    /** Names of the fields that answers show. */
    default Set<String> shownFields() {
        return Arrays.stream(documentType().getRecordComponents()).map(RecordComponent::getName)
                .filter(name -> !hiddenFields().contains(name)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Turns the document's JSON, without the hidden fields, into what answers show, where the two differ.
     *
     * @param at moment that the answer is about, for what changes by the passing of time
     */
    default void show(D document, ObjectNode json, Instant at) {
    }
}
