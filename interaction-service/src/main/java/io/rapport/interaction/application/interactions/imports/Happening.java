package io.rapport.interaction.application.interactions.imports;

import io.rapport.interaction.domain.interactions.InteractionKind;
import io.rapport.interaction.domain.interactions.Participant;

import java.time.Instant;
import java.util.List;

/**
 * One mail or meeting as it stands in a file.
 *
 * @param number          place among the others in the file, from 1
 * @param messageId       null where it has none, or was not understood
 * @param time            null where it was not understood
 * @param durationSeconds null where it has none
 * @param participants    by address; nobody has looked yet whose contacts they are
 * @param attachments     names of files
 * @param problem         why it cannot be brought in; null where it can
 */
record Happening(long number, String messageId, InteractionKind kind, Instant time, Long durationSeconds,
                 String subject, String text, List<Participant> participants, List<String> attachments,
                 FileProblem problem) {

    Happening {
        participants = List.copyOf(participants);
        attachments = List.copyOf(attachments);
    }

    static Happening refused(long number, String messageId, InteractionKind kind, String subject,
                             FileProblem problem) {
        return new Happening(number, messageId, kind, null, null, subject, null, List.of(), List.of(), problem);
    }
}
