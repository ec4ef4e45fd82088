package io.rapport.interaction.domain.interactions;

/**
 * Somebody who took part in an interaction: a contact, or an address that is nobody's. Each component may be null.
 *
 * @param contactId the contact; null when none is known by the address
 * @param address   e-mail address, number or account by which he took part
 * @param name      as it stood beside the address
 * @param role      code of {@link ParticipantRole}
 */
public record Participant(String contactId, String address, String name, String role) {
}
