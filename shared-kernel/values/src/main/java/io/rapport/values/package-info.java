/**
 * Checked value types and rules that several services share: phone, e-mail, website, plain text, choices, and the
 * arithmetic of partial records (merge patch). Plain Java; nothing here knows HTTP, Spring or a store.
 */
package io.rapport.values;
