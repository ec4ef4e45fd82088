/** The rule, administered as a setting, that decides which new customers wait for approval. */
package io.rapport.customer.domain.reviews;
