package io.rapport.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a server that is no Java program of ours as its child, so that it too can hang on a {@link Lifeline}. */
public final class ServerHost {

    private static final int OWN_ARGUMENTS = 3;

    private ServerHost() {
    }

    /** The command that runs the given one inside a host. */
    public static ServerCommand around(ServerCommand hosted, JavaRuntime java) {
        List<Object> arguments = new ArrayList<>(List.of(hosted.account(), hosted.stopSignal(), hosted.folder()));
        arguments.addAll(hosted.command());
        return new ServerCommand(java.run(ServerHost.class, List.of("-Xmx16m"), arguments.toArray()),
            hosted.environment(), hosted.folder(), ServerCommand.Account.OWN, ServerCommand.StopSignal.TERM);
    }

    /**
     * Runs the child until it or this process ends.
     *
     * @param arguments account, stop signal, folder, then the child's command
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ServerCommand.StopSignal stopSignal = ServerCommand.StopSignal.valueOf(arguments[1]);
        List<String> command = Arrays.asList(arguments).subList(OWN_ARGUMENTS, arguments.length);
        ServerCommand child = new ServerCommand(command, System.getenv(), Path.of(arguments[2]),
            ServerCommand.Account.valueOf(arguments[0]), stopSignal);
        Process process = child.endingWithItsStarter().inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, stopSignal)));
        Lifeline.hold();
        System.exit(process.waitFor());
    }

    private static void stop(Process process, ServerCommand.StopSignal stopSignal) {
        try {
            stopSignal.sendTo(process.toHandle());
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
