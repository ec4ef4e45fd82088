/**
 * Fields that an administrator adds to records. Definitions are settings; values live in the facts of the records
 * themselves, as {@link io.rapport.contracts.CustomValues}.
 *
 * <p>A record takes custom values like this: its facts have a component {@code CustomValues custom}; deciding on a new
 * record it calls {@link io.rapport.customer.domain.customfields.CustomFields#forNew}, deciding on a change
 * {@link io.rapport.customer.domain.customfields.CustomFields#forChange} before its sheet of facts works out what is
 * effective; {@code application.customfields.CustomValueUse} is told how its events carry the values.
 */
package io.rapport.customer.domain.customfields;
