package io.rapport.eventstore;

import io.rapport.contracts.refusal.Refusal;

/** What one command of a batch came to. */
public sealed interface Outcome {

    /** At least one event was recorded. */
    record Accepted(Recorded recorded) implements Outcome {
    }

    /** The record already was as the command wants it: nothing was recorded. */
    record Unchanged(Recorded recorded) implements Outcome {
    }

    /** Nothing was recorded, for this reason. */
    record Refused(Refusal refusal) implements Outcome {
    }
}
