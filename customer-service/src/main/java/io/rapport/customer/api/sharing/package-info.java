/** Endpoints of what people keep for themselves or for everybody. */
package io.rapport.customer.api.sharing;
