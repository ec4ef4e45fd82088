package io.rapport.eventstore;

/**
 * Turns each private event of one aggregate into exactly one public event. Write it as an exhaustive switch, so that an
 * event without a public form does not compile.
 *
 * @param <E> the aggregate's events
 */
@FunctionalInterface
public interface EventPublication<E> {

    /**
     * @param storedEvent the event as it was read, after upcasting
     * @return never null: the public sequence has no gaps because nothing is left out
     */
    PublicEvent publish(E storedEvent);
}
