/**
 * What administrators settle about custom fields, see {@link io.rapport.customfields}: which there are, and what may
 * become of one that records hold values of. {@code application.customfields.CustomValueUse} is told how the events of
 * a kind of record carry the values.
 */
package io.rapport.customer.domain.customfields;
