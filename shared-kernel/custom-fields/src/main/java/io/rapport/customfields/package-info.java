/**
 * Fields that an administrator adds to records. Definitions are settings of the customer service; values live in the facts
 * of the records themselves, as {@link io.rapport.contracts.CustomValues}.
 *
 * <p>A record takes custom values like this: its facts have a component {@code CustomValues custom}; deciding on a new
 * record it calls {@link io.rapport.customfields.CustomFields#forNew}, deciding on a change
 * {@link io.rapport.customfields.CustomFields#forChange} before its sheet of facts works out what is effective.
 */
package io.rapport.customfields;
