/** Loyalty over the orders and redemptions as they are in the database, and the rules as administrators settled them. */
package io.rapport.customer.application.loyalty;
