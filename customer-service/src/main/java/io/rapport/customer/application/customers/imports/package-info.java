/** Customers from files: what the columns mean, and which customer a row is about. */
package io.rapport.customer.application.customers.imports;
