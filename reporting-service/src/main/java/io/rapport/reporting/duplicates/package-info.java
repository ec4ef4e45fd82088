/** Customers that may be one: found when somebody enters one more, and by going through all of them. */
package io.rapport.reporting.duplicates;
