/** Segments: named filters whose records are found anew whenever somebody asks, and so are always current. */
package io.rapport.customer.domain.segments;
