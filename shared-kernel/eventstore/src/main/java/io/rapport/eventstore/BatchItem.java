package io.rapport.eventstore;

import java.util.Objects;

/** One command of a batch with its own context, so that each row of an import is told apart in the history. */
public record BatchItem(Object command, CommandContext context) {

    public BatchItem {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(context, "context");
    }
}
