package io.rapport.interaction.domain.interactions;

/** Who began: they turned to us, or we to them. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
