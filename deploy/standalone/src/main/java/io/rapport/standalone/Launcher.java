package io.rapport.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What {@code deploy/up}, {@code deploy/down}, {@code deploy/status} and {@code deploy/audit} run. */
@Command(name = "deploy", description = "Rapport on this machine.", mixinStandardHelpOptions = true,
    subcommands = {Launcher.Up.class, Launcher.Down.class, Launcher.Status.class, Audit.class})
public final class Launcher {

    private static final int REFUSED = 1;
    private static final int NOT_RUNNING = 3;

    @Option(names = "--project", hidden = true, defaultValue = ".", scope = CommandLine.ScopeType.INHERIT)
    private Path projectRoot;

    /** @param arguments subcommand and its options */
    public static void main(String[] arguments) {
        CommandLine commands = new CommandLine(new Launcher());
        for (String choosesPorts : List.of("up", "audit")) {
            CommandSpec subcommand = commands.getSubcommands().get(choosesPorts).getCommandSpec();
            for (Port port : Port.values()) {
                subcommand.addOption(OptionSpec.builder(port.option()).type(Integer.class).paramLabel("PORT")
                    .description("Instead of " + port.usual() + "; also " + port.variable() + ".").build());
            }
        }
        commands.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof StartFailure || failure instanceof IllegalArgumentException) {
                System.err.println(failure.getMessage());
                return REFUSED;
            }
            throw failure;
        });
        System.exit(commands.execute(arguments));
    }

    /** The ports of the environment, changed by the options of the command. */
    static Ports ports(CommandSpec spec) {
        Ports ports = Ports.configured(System.getenv());
        for (Port port : Port.values()) {
            Integer chosen = spec.commandLine().getParseResult().matchedOptionValue(port.option(), null);
            ports = chosen == null ? ports : ports.with(port, chosen);
        }
        return ports;
    }

    Path projectRoot() {
        return projectRoot;
    }

    static DataFolder data() {
        return DataFolder.configured(System.getenv());
    }

    /** Starts everything and keeps it running. */
    @Command(name = "up", description = "Starts everything and keeps it running until Ctrl-C or deploy/down.",
        mixinStandardHelpOptions = true)
    static final class Up implements Callable<Integer> {

        @ParentCommand
        private Launcher launcher;

        @Spec
        private CommandSpec spec;

        @Option(names = "--demo", description = "Load sample data: customers and the work of a sales team.")
        private boolean demo;

        @Override
        public Integer call() throws InterruptedException {
            StateFile state = new StateFile(data());
            if (isRunning(state)) {
                return joinRunning(state.address());
            }
            return run(ports(spec));
        }

        private int joinRunning(Optional<String> address) throws InterruptedException {
            System.out.println("Rapport is running already: " + address.orElse("starting"));
            if (demo && address.isPresent()) {
                loadSamples(address.get());
            } else if (demo) {
                System.err.println("The sample data can be loaded when it has started.");
                return REFUSED;
            }
            return 0;
        }

        private void loadSamples(String address) throws InterruptedException {
            new Demo(address, launcher.projectRoot.resolve("deploy/demo")).load();
        }

        private int run(Ports ports) {
            Instant begun = Instant.now();
            CountDownLatch ended = endBeforeTheJvm(Thread.currentThread());
            try (Product product = start(ports)) {
                Welcome.print(product, data().logs(), Duration.between(begun, Instant.now()));
                if (demo && !product.hasDemoUsers()) {
                    System.err.println("The sample data is loaded by a demo user; your identity provider has none.");
                } else if (demo) {
                    loadSamples(product.address());
                }
                product.prepareFasterStart();
                new CountDownLatch(1).await();
                return 0;
            } catch (InterruptedException asked) {
                System.out.println("Stopped.");
                return 0;
            } finally {
                ended.countDown();
            }
        }

        private Product start(Ports ports) {
            try (ProgressDisplay display = ProgressDisplay.forThisTerminal()) {
                return Product.start(launcher.projectRoot, data().root(), ports, display);
            }
        }

        /** On Ctrl-C interrupts the launcher's thread and holds the JVM until that has stopped everything. */
        private static CountDownLatch endBeforeTheJvm(Thread launching) {
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                launching.interrupt();
                try {
                    ended.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }));
            return ended;
        }
    }

    /** Stops everything. */
    @Command(name = "down", description = "Stops everything.", mixinStandardHelpOptions = true)
    static final class Down implements Callable<Integer> {

        @Override
        public Integer call() throws InterruptedException {
            StateFile state = new StateFile(data());
            Optional<ProcessHandle> launcher = state.launcher().flatMap(StateFile.Entry::alive);
            if (launcher.isPresent() && isRunning(state)) {
                System.out.println("Stopping Rapport …");
                launcher.get().destroy();
                if (!await(launcher.get())) {
                    System.err.println("The launcher, process " + launcher.get().pid() + ", does not end.");
                    return REFUSED;
                }
            } else {
                List<String> left = state.endLeftovers();
                System.out.println(left.isEmpty() ? "Rapport is not running." : "Ended what was left: "
                    + String.join(", ", left));
                return 0;
            }
            System.out.println("Stopped. All data stays in " + data().root());
            return 0;
        }

        private static boolean await(ProcessHandle launcher) throws InterruptedException {
            try {
                launcher.onExit().get(2, TimeUnit.MINUTES);
                return true;
            } catch (ExecutionException | TimeoutException stays) {
                return false;
            }
        }
    }

    /** Says what runs. */
    @Command(name = "status", description = "Says what runs.", mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {

        @Option(names = "--quiet", description = "Only the exit code: 0 when it runs, 3 when not.")
        private boolean quiet;

        @Override
        public Integer call() {
            StateFile state = new StateFile(data());
            boolean running = isRunning(state);
            if (!quiet) {
                System.out.println(running ? "Rapport runs on " + state.address().orElse("?")
                    : "Rapport is not running.");
                if (running) {
                    state.processes().forEach(process -> System.out.printf("  %-22s %-9s %s%n", process.name(),
                        process.state().toLowerCase(Locale.ROOT),
                        process.alive().map(alive -> "process " + alive.pid()).orElse("")));
                }
            }
            return running ? 0 : NOT_RUNNING;
        }
    }

    /** A launcher holds the claim as long as it lives. */
    static boolean isRunning(StateFile state) {
        Optional<AutoCloseable> claim = state.claim();
        if (claim.isEmpty()) {
            return true;
        }
        try {
            claim.get().close();
            return false;
        } catch (Exception released) {
            return false;
        }
    }
}
