package io.rapport.embedded;

import java.util.Optional;

/**
 * Ends this process when another one has ended: for servers that must not outlive a build which may be killed at any
 * time. The environment variable {@value #VARIABLE} names the other process.
 */
public final class Lifeline {

    /** Id of the process whose end is our end. */
    public static final String VARIABLE = "RAPPORT_ENDS_WITH_PROCESS";

    private Lifeline() {
    }

    /** Holds on to the process named in the environment, if one is named. */
    static void hold() {
        String id = System.getenv(VARIABLE);
        if (id == null || id.isBlank()) {
            return;
        }
        Optional<ProcessHandle> other = ProcessHandle.of(Long.parseLong(id));
        if (other.isEmpty()) {
            System.exit(0);
        }
        other.get().onExit().thenRun(() -> System.exit(0));
    }
}
