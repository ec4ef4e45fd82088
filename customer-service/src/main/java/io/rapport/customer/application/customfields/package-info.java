/** Custom fields as they are now, and what records hold in them. */
package io.rapport.customer.application.customfields;
