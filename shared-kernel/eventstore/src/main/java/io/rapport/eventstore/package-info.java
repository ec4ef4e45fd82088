/**
 * Where the command side keeps the truth: events of records in PostgreSQL through Axon, carried to Kafka.
 *
 * <p>A service depends on this module and gives one bean for each of its aggregates, a
 * {@link io.rapport.eventstore.RecordType}: under which names events and snapshots are stored, and what the world is told
 * of each. It may add {@code EventUpcaster}s. Its aggregates are plain Axon: {@code @AggregateRoot}, a constructor with
 * {@code @CommandHandler}, one {@code @EventSourcingHandler}. It then injects
 * <ul>
 * <li>{@link io.rapport.eventstore.Commands}: one command, one transaction, with or without an idempotency key;</li>
 * <li>{@link io.rapport.eventstore.CommandBatch}: many commands in one transaction;</li>
 * <li>{@link io.rapport.eventstore.Reservations}: unique values, in the transaction of the command.</li>
 * </ul>
 *
 * <p>The rooms beside this one: {@code storage} (Axon's parts, how events are written, the promise that a reader misses
 * none), {@code relay} (to Kafka), {@code audit} (store against topic; {@code --rapport.audit}), {@code http} (the way from
 * a request to a command and back).
 *
 * <p>Tables come from {@code db/migration/eventstore}. Versions of migrations are dates ({@code V20261121_01}), here and
 * in the services, so that both stay in order of time. What each guarantee rests on:
 * <table>
 * <caption>guarantee and mechanism</caption>
 * <tr><td>two writers of one record</td><td>unique key on record and sequence; retried, or 412 when a version was
 * expected</td></tr>
 * <tr><td>nothing half done</td><td>events, reservations and idempotency key in one transaction</td></tr>
 * <tr><td>no event skipped</td><td>{@link io.rapport.eventstore.storage.EventStoreProperties}</td></tr>
 * <tr><td>no event lost, order for each record</td><td>the token moves after Kafka's acknowledgement; one event of a record
 * on its way at a time</td></tr>
 * <tr><td>nothing stored silently nowhere</td><td>the parts of Axon are checked at every start</td></tr>
 * </table>
 */
package io.rapport.eventstore;
