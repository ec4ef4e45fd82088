package io.rapport.reporting.intake;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** All derivations as one; each completes documents of other kinds. */
@Component
@Primary
class JoinedDerivations implements Derivations {

    private final List<Derivations> all;

    JoinedDerivations(List<Derivations> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void expect(RecordKind kind, Collection<FoldedEvent> events) {
        all.forEach(one -> one.expect(kind, events));
    }

    @Override
    public List<RecordDocument> update(Collection<? extends RecordDocument> stored) {
        return all.stream().flatMap(one -> one.update(stored).stream()).toList();
    }

    @Override
    public void followUp(Consumer<List<RecordDocument>> index) {
        all.forEach(one -> one.followUp(index));
    }

    @Override
    public boolean follows(RecordKind kind, RecordKind other) {
        return all.stream().anyMatch(one -> one.follows(kind, other));
    }

    @Override
    public <D extends RecordDocument> D complete(D document) {
        D complete = document;
        for (Derivations one : all) {
            complete = one.complete(complete);
        }
        return complete;
    }
}
