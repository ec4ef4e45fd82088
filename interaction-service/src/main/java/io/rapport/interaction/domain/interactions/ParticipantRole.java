package io.rapport.interaction.domain.interactions;

/** As what somebody took part in an interaction. */
public enum ParticipantRole {
    FROM,
    TO,
    CC,
    BCC,
    ORGANIZER,
    ATTENDEE
}
