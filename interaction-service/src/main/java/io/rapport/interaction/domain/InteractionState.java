package io.rapport.interaction.domain;

/** All that decisions about an interaction depend on. */
public record InteractionState(InteractionFacts facts, boolean deleted) {
}
