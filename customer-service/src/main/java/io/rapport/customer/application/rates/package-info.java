/** Exchange rates as administrators have set them. */
package io.rapport.customer.application.rates;
