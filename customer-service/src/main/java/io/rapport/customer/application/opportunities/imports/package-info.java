/** What opportunities contribute to imports: columns, the reading of a row, and which record a row is about. */
package io.rapport.customer.application.opportunities.imports;
