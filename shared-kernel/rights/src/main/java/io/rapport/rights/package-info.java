/**
 * Who may see and do what: one declared table, {@code rights.yaml}, and what follows from it for a caller. Plain Java;
 * {@link io.rapport.rights.autoconfiguration} brings it into a service.
 */
package io.rapport.rights;
