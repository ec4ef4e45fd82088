/**
 * Keeps the trail that all services write to {@code crm.trail.v1}: searchable, append-only, each entry sealed together
 * with all before it, so that a change is found and named by the audit.
 */
package io.rapport.customer.application.trail;
