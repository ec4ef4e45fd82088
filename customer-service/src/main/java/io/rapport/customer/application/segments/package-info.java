/** Segments as they are now. */
package io.rapport.customer.application.segments;
