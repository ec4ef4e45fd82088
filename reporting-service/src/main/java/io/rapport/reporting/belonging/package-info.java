/** Records that belong to a customer, and how they are found again for it. */
package io.rapport.reporting.belonging;
