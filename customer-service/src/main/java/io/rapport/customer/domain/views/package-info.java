/**
 * Views: lists that somebody set up once, with columns, filter and order, for himself or for everybody. Who may see and
 * change what is kept for people is said by {@link io.rapport.customer.domain.views.SharingPolicies}, for segments too.
 */
package io.rapport.customer.domain.views;
