/** What an opportunity is and what may happen to it. Knows neither Spring nor Kafka nor HTTP; of Axon only annotations. */
package io.rapport.customer.domain.opportunities;
