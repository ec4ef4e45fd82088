/** What a customer shows that follows from its contacts, interactions, opportunities and orders. */
package io.rapport.reporting.summaries;
