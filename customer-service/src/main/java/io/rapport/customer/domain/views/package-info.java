/** Views: lists that somebody set up once, with columns, filter and order, for himself or for everybody. */
package io.rapport.customer.domain.views;
