/** Exchange rates of a day and what may happen to them. Knows neither Spring nor Kafka nor HTTP; of Axon only annotations. */
package io.rapport.customer.domain.rates;
