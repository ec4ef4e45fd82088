/** Customers that were merged: who answers for whom, and what belongs to whom. */
package io.rapport.reporting.merges;
