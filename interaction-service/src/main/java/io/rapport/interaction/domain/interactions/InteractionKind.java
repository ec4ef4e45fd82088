package io.rapport.interaction.domain.interactions;

/** By which way people spoke to each other. */
public enum InteractionKind {
    CALL,
    EMAIL,
    MEETING,
    VISIT,
    WECHAT,
    SMS,
    OTHER
}
