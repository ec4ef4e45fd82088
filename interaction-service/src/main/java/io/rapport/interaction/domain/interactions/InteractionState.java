package io.rapport.interaction.domain.interactions;

/** All that decisions about an interaction depend on. */
public record InteractionState(InteractionFacts facts, boolean deleted) {
}
