package io.rapport.eventstore;

/**
 * Bean of a service: turns each private event into exactly one public event. Write it as an exhaustive switch, so that
 * an event without a public form does not compile.
 */
@FunctionalInterface
public interface EventPublication {

    /**
     * @param storedEvent the event as it was read, after upcasting
     * @return never null: the public sequence has no gaps because nothing is left out
     */
    PublicEvent publish(Object storedEvent);
}
