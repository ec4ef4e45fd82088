/** Axon's event store on PostgreSQL: its parts, the stored form of events, and the settings that belong together. */
package io.rapport.eventstore.storage;
