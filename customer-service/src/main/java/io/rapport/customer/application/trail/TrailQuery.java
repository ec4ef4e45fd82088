package io.rapport.customer.application.trail;

import java.time.Instant;

/**
 * Which entries are looked for, newest first. Each condition may be null.
 *
 * @param who    user name
 * @param action name of the action
 * @param record id of a record
 * @param from   not before this moment
 * @param to     before this moment
 * @param before only entries of a lower sequence
 * @param size   at most so many
 */
public record TrailQuery(String who, String action, String record, Instant from, Instant to, Long before, int size) {
}
