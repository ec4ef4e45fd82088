/** What an order is and what may happen to it: purchases of a customer, exact to the last digit. */
package io.rapport.customer.domain.orders;
