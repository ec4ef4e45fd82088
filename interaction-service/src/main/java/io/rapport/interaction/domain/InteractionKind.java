package io.rapport.interaction.domain;

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
