package io.rapport.interaction.domain.interactions;

/** Port to the ids of messages that interactions were made of: each belongs to one interaction. */
public interface MessageIds {

    /** Whether the id belongs to this interaction now; false where another has it. */
    boolean claim(String messageId, String interactionId);

    /** Nobody has the id any more, if this interaction had it. */
    void release(String messageId, String interactionId);
}
