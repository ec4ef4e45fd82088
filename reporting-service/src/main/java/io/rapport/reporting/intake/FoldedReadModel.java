package io.rapport.reporting.intake;

import io.rapport.contracts.event.EventEnvelope;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A read model whose flat documents a {@link FactFolding} makes: history tells of its facts and of the fields named
 * beside them.
 *
 * @param <D> the document, a record of Java
 */
public abstract class FoldedReadModel<D extends RecordDocument> implements ReadModel<D> {

    protected final FactFolding<D> folding;

    private final RecordKind kind;
    private final Class<D> type;
    private final String collection;
    private final Set<String> besideFacts;
    private final Set<String> recorded;

    /**
     * @param facts       names of the fields that events set by name
     * @param besideFacts names of the fields that events set otherwise
     * @param derive      computes derived fields from the others; must not depend on anything else
     */
    protected FoldedReadModel(RecordKind kind, Class<D> type, String collection, Set<String> facts,
            Set<String> besideFacts, Consumer<ObjectNode> derive) {
        this.kind = kind;
        this.type = type;
        this.collection = collection;
        this.folding = new FactFolding<>(type, facts, derive);
        this.besideFacts = Set.copyOf(besideFacts);
        this.recorded = Stream.concat(facts.stream(), besideFacts.stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public final RecordKind kind() {
        return kind;
    }

    @Override
    public final Class<D> documentType() {
        return type;
    }

    @Override
    public final String collection() {
        return collection;
    }

    @Override
    public final boolean knows(String eventType) {
        return folding.knows(eventType);
    }

    @Override
    public final D fold(D before, EventEnvelope event) throws UnprojectableEvent {
        return folding.fold(before, event);
    }

    @Override
    public Set<String> recordedFields() {
        return recorded;
    }

    @Override
    public ObjectNode recorded(D document) {
        return folding.recorded(document, besideFacts);
    }
}
