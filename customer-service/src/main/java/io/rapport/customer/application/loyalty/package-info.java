/** Loyalty over the orders and redemptions as they are in the database, by the rules that administrators settled. */
package io.rapport.customer.application.loyalty;
