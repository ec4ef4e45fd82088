package io.rapport.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifelineTest {

    @Test
    void aHostAndItsServerEndWithTheNamedProcess(@TempDir Path folder) throws Exception {
        Process build = new ProcessBuilder("sleep", "300").start();
        ServerCommand sleeping = new ServerCommand(List.of("sleep", "300"), Map.of(), folder,
            ServerCommand.Account.OWN, ServerCommand.StopSignal.TERM);
        ProcessBuilder host = ServerHost.around(sleeping, JavaRuntime.ofThisProcess()).detached();
        host.environment().put(Lifeline.VARIABLE, Long.toString(build.pid()));
        Process running = host.start();
        while (running.descendants().findAny().isEmpty()) {
            assertThat(running.isAlive()).isTrue();
            running.waitFor(50, TimeUnit.MILLISECONDS);
        }
        ProcessHandle server = running.descendants().findAny().orElseThrow();

        build.destroyForcibly();

        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        server.onExit().get(30, TimeUnit.SECONDS);
    }
}
