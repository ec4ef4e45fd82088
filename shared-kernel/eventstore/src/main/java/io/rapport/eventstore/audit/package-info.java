/** Compares what is stored with what was published. */
package io.rapport.eventstore.audit;
