/** Administered lists as they are now, and how many customers hold each of their values. */
package io.rapport.customer.application.valuelists;
