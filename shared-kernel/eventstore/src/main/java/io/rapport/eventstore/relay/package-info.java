/** Carries stored events to Kafka, at least once and in order for each record, and tells how far it is. */
package io.rapport.eventstore.relay;
