/** What orders contribute to imports: columns, the reading of a row, and which record a row is about. */
package io.rapport.customer.application.orders.imports;
