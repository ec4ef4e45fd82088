package io.rapport.eventstore.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells listeners after each commit, so that the relay need not wait for its next look, and tells what a command has published. */
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
        return published(unitOfWork).size();
    }

    /** The events that a unit of work would store, in order, without the first {@code count}. */
    public static List<EventMessage<?>> publishedAfter(UnitOfWork<?> unitOfWork, int count) {
        List<EventMessage<?>> published = published(unitOfWork);
        return published.subList(count, published.size());
    }

    private static List<EventMessage<?>> published(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrDefaultResource(PUBLISHED, List.of());
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        super.publish(events);
        CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork.root()
                .<List<EventMessage<?>>>getOrComputeResource(PUBLISHED, _ -> new ArrayList<>()).addAll(events));
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        listeners.forEach(Runnable::run);
    }
}
