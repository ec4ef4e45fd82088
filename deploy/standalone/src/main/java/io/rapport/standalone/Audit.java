package io.rapport.standalone;

import io.rapport.embedded.JavaRuntime;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares the event store of every command service with its topic, while the product runs. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = {
    "Compares every event store with its topic, and the trail with its seals and its topic: one line of JSON for each",
    "service, with every difference.",
    "Ends with 0 when all agree, 1 when not, 2 when a store or topic cannot be read, 3 when Rapport is not running."})
final class Audit implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @ParentCommand
    private Launcher launcher;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DataFolder data = Launcher.data();
        if (!Launcher.isRunning(new StateFile(data))) {
            System.err.println("Rapport is not running.");
            return NOT_RUNNING;
        }
        Ports ports = Launcher.ports(spec);
        var environment = new ServiceEnvironment(data, ports, new ServerAddresses(ports, System.getenv()));
        int worst = 0;
        for (Service service : Service.values()) {
            if (service.isCommandSide()) {
                BootJar jar = BootJar.of(service, launcher.projectRoot(), data, JavaRuntime.ofThisProcess().home());
                Process audit = jar.asBuilt(List.of("--rapport.audit"), environment.beside(service))
                    .endingWithItsStarter().redirectErrorStream(false)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
                System.out.println(service.artifact() + " " + new String(audit.getInputStream().readAllBytes()).strip());
                worst = Math.max(worst, audit.waitFor());
            }
        }
        return worst;
    }
}
