package io.rapport.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a server process is run.
 *
 * @param command     program and arguments
 * @param environment variables set beside the inherited ones
 * @param folder      working directory
 * @param account     whose rights it runs with
 * @param stopSignal  the signal that asks it to stop quickly and cleanly
 */
public record ServerCommand(List<String> command, Map<String, String> environment, Path folder, Account account,
                            StopSignal stopSignal) {

    /** Whose rights a server runs with. */
    public enum Account {
        /** Those of the starting user. */
        OWN,
        /** Those of {@code nobody} when the starting user is root: PostgreSQL and Elasticsearch refuse root. */
        UNPRIVILEGED
    }

    /** How a process is asked to stop. PostgreSQL waits for its clients on TERM, but not on INT. */
    public enum StopSignal {
        TERM, INT;

        /** Sends the signal; a process that has ended already is none of its business. */
        public void sendTo(ProcessHandle process) {
            if (this == TERM) {
                process.destroy();
                return;
            }
            try {
                new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            } catch (IOException noKill) {
                process.destroy();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                process.destroy();
            }
        }
    }

    public ServerCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * The process to start. Where the machine can (Linux with {@code setpriv}), the kernel ends it together with the
     * <em>thread</em> that starts it, so that even a killed launcher leaves nothing behind: start it from a platform
     * thread that stays.
     */
    public ProcessBuilder endingWithItsStarter() {
        return processBuilder(true);
    }

    /** The process to start when it is to live on after its starter. */
    public ProcessBuilder detached() {
        return processBuilder(false);
    }

    private ProcessBuilder processBuilder(boolean endsWithStarter) {
        List<String> line = new ArrayList<>();
        // A session of its own: Ctrl-C in the terminal is for the starter, who stops its servers in order.
        Executables.onPath("setsid").ifPresent(present -> line.add("setsid"));
        if (Unprivileged.canSetPrivileges()) {
            List<String> options = new ArrayList<>();
            if (account == Account.UNPRIVILEGED && Unprivileged.isRoot()) {
                options.addAll(Unprivileged.dropToNobody());
            }
            if (endsWithStarter) {
                options.addAll(List.of("--pdeathsig", stopSignal.name()));
            }
            if (!options.isEmpty()) {
                line.add("setpriv");
                line.addAll(options);
                line.add("--");
            }
        } else if (account == Account.UNPRIVILEGED && Unprivileged.isRoot()) {
            throw new IllegalStateException("As root this server needs the program setpriv (package util-linux) to "
                + "give up root's rights. Install it, or start as another user.");
        }
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }
}
