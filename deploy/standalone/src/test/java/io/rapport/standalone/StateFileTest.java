package io.rapport.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.embedded.ServerCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    @TempDir
    private Path folder;

    private StateFile state;

    @BeforeEach
    void open() {
        state = new StateFile(new DataFolder(folder));
    }

    @Test
    void oneLauncherAtATimeClaimsTheFolder() throws Exception {
        AutoCloseable claim = state.claim().orElseThrow();
        assertThat(state.claim()).isEmpty();
        claim.close();
        assertThat(state.claim()).isPresent();
    }

    @Test
    void whatAKilledLauncherLeftIsEnded() {
        ManagedProcess left = sleeper();
        left.start();
        left.ready().join();
        ProcessHandle process = left.handle().orElseThrow();
        state.write("http://localhost:8080", List.of(left));

        assertThat(new StateFile(new DataFolder(folder)).endLeftovers()).containsExactly("sleeper");

        assertThat(process.isAlive()).isFalse();
        left.stop();
    }

    @Test
    void aLaterProcessWithTheSameIdIsLeftAlone() throws Exception {
        Files.writeString(new DataFolder(folder).run().resolve("processes.json"), """
            {"processes": {"kafka": {"pid": %d, "started": "2001-01-01T00:00:00Z"}}}
            """.formatted(ProcessHandle.current().pid()));
        assertThat(state.endLeftovers()).isEmpty();
    }

    @Test
    void aDamagedFileCountsAsNone() throws Exception {
        Files.writeString(new DataFolder(folder).run().resolve("processes.json"), "{\"proc");
        assertThat(state.processes()).isEmpty();
        assertThat(state.address()).isEmpty();
    }

    private ManagedProcess sleeper() {
        return new ManagedProcess("sleeper", () -> new ServerCommand(List.of("sleep", "300"), Map.of(), folder,
            ServerCommand.Account.OWN, ServerCommand.StopSignal.TERM), () -> true, List.of(),
            RotatingLog.of(folder.resolve("sleeper.log")), () -> { });
    }
}
