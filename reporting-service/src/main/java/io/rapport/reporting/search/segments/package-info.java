/** Segments as lists use them: saved filters, kept by the customer service and asked for whenever one is named. */
package io.rapport.reporting.search.segments;
