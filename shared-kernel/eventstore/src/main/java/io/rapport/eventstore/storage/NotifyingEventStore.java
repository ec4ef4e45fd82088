package io.rapport.eventstore.storage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells listeners after each commit, so that the relay need not wait for its next look, and counts what is published. */
public final class NotifyingEventStore extends EmbeddedEventStore {

    private static final String PUBLISHED = NotifyingEventStore.class.getName();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    NotifyingEventStore(Builder builder) {
        super(builder);
    }

    /** The listener runs on the thread of the command and must return at once. */
    public void onCommitted(Runnable listener) {
        listeners.add(listener);
    }

    /** How many events a unit of work would store if it were committed now. */
    public static int publishedIn(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrDefaultResource(PUBLISHED, 0);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        super.publish(events);
        CurrentUnitOfWork.ifStarted(unitOfWork ->
                unitOfWork.root().resources().merge(PUBLISHED, events.size(), (a, b) -> (int) a + (int) b));
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        listeners.forEach(Runnable::run);
    }
}
