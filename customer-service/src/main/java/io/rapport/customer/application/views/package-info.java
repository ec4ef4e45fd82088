/** Views as they are now. */
package io.rapport.customer.application.views;
