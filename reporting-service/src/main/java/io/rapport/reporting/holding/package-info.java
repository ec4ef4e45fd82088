/** Who owns the customer that a record belongs to: noted with the record, and brought up to date when it changes. */
package io.rapport.reporting.holding;
