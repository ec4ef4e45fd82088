/** What a task is and what may happen to it. Knows no Spring, Kafka or HTTP; of Axon only annotations. */
package io.rapport.interaction.domain.tasks;
