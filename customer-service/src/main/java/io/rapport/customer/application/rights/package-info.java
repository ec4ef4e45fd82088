/**
 * Who may ask what of the records of this service. Every command passes {@link
 * io.rapport.customer.application.rights.RecordGate}; what a role may is declared in {@code rights.yaml}.
 */
package io.rapport.customer.application.rights;
