package io.rapport.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.embedded.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    @TempDir
    private Path folder;

    private final List<ManagedProcess> started = new ArrayList<>();

    @AfterEach
    void stopAll() {
        started.forEach(ManagedProcess::stop);
    }

    @Test
    void aKilledProcessIsStartedAgain() {
        ManagedProcess process = process("sleeper", List.of("sleep", "300"), List.of());
        process.start();
        process.ready().join();
        ProcessHandle first = process.handle().orElseThrow();

        first.destroyForcibly();

        await().until(() -> process.handle().filter(handle -> handle.pid() != first.pid()).isPresent());
        await().until(() -> process.state() == ManagedProcess.State.RUNNING);
        assertThat(process.lastTrouble()).contains("ended with 137");
    }

    @Test
    void itIsStartedWhenThoseItNeedsAnswer() throws Exception {
        Path answer = folder.resolve("answer");
        ManagedProcess needed = new ManagedProcess("needed", () -> command(List.of("sleep", "300")),
            () -> Files.exists(answer), List.of(), log("needed"), () -> { });
        ManagedProcess process = process("needing", List.of("sleep", "300"), List.of(needed));
        started.add(needed);
        process.start();
        needed.start();
        await().until(() -> needed.handle().isPresent());
        assertThat(process.state()).isEqualTo(ManagedProcess.State.WAITING);

        Files.createFile(answer);

        process.ready().join();
        assertThat(process.state()).isEqualTo(ManagedProcess.State.RUNNING);
    }

    @Test
    void stoppedItEndsCleanlyAndStaysDown() {
        Path farewell = folder.resolve("farewell");
        ManagedProcess process = process("polite", List.of("bash", "-c",
            "trap 'touch " + farewell + "; exit 0' TERM; touch " + folder.resolve("up") + "; while :; do sleep 0.1; done"),
            List.of());
        process.start();
        await().until(() -> Files.exists(folder.resolve("up")));

        process.stop();

        assertThat(farewell).exists();
        assertThat(process.handle()).isEmpty();
        assertThat(process.state()).isEqualTo(ManagedProcess.State.STOPPED);
    }

    @Test
    void whatItSaysIsLogged() {
        ManagedProcess process = process("talker", List.of("bash", "-c", "echo hello; sleep 300"), List.of());
        process.start();
        await().until(() -> process.log().lastLines().contains("hello"));
        assertThat(process.log().file()).content().contains("hello");
    }

    @Test
    void aProgramThatCannotStartIsTriedAgainAndTheReasonKept() {
        ManagedProcess process = new ManagedProcess("unprepared", () -> {
            throw new IOException("no space left");
        }, () -> true, List.of(), log("unprepared"), () -> { });
        started.add(process);
        process.start();
        await().until(() -> process.lastTrouble().filter(trouble -> trouble.contains("no space left")).isPresent());
        assertThat(process.ready()).isNotDone();
    }

    private ManagedProcess process(String name, List<String> command, List<ManagedProcess> needs) {
        ManagedProcess process = new ManagedProcess(name, () -> command(command), () -> true, needs, log(name),
            () -> { });
        started.add(process);
        return process;
    }

    private ServerCommand command(List<String> command) {
        return new ServerCommand(command, Map.of(), folder, ServerCommand.Account.OWN, ServerCommand.StopSignal.TERM);
    }

    private RotatingLog log(String name) {
        return RotatingLog.of(folder.resolve(name + ".log"));
    }
}
