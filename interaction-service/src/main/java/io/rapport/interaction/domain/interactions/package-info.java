/** What an interaction is and what may happen to it. Knows no Spring, Kafka or HTTP; of Axon only annotations. */
package io.rapport.interaction.domain.interactions;
