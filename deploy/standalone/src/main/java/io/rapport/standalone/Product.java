package io.rapport.standalone;

import io.rapport.embedded.ElasticsearchServer;
import io.rapport.embedded.EmbeddedServer;
import io.rapport.embedded.JavaRuntime;
import io.rapport.embedded.KafkaServer;
import io.rapport.embedded.MongoServer;
import io.rapport.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The running product: every server and service as a process of its own. {@code deploy/up} runs it, and so do
 * programs that need the whole of it, such as acceptance tests:
 * <pre>{@code
 * try (Product product = Product.start(projectRoot, dataFolder, Ports.free(), Progress.SILENT)) { … }
 * }</pre>
 */
public final class Product implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path projectRoot;
    private final DataFolder data;
    private final JavaRuntime java = JavaRuntime.ofThisProcess();
    private final StateFile state;
    private final AutoCloseable claim;
    private final ServerAddresses servers;
    private final ServiceEnvironment environment;
    private final Map<String, ManagedProcess> processes = new LinkedHashMap<>();
    private final Map<Service, BootJar> jars = new LinkedHashMap<>();

    private Product(Path projectRoot, DataFolder data, Ports ports, Map<String, String> variables) {
        this.projectRoot = projectRoot;
        this.data = data;
        this.state = new StateFile(data);
        this.claim = state.claim().orElseThrow(() -> new StartFailure("The product is running already on "
            + data.root() + "."));
        this.servers = new ServerAddresses(ports, variables);
        this.environment = new ServiceEnvironment(data, ports, servers);
    }

    /**
     * Starts everything and returns when everything answers.
     *
     * @param projectRoot where the services were built
     * @param data        the folder of everything it keeps; made when absent
     * @throws StartFailure when it cannot be started; nothing is left running
     */
    public static Product start(Path projectRoot, Path data, Ports ports, Progress progress) {
        Product product = new Product(projectRoot.toAbsolutePath(), new DataFolder(data), ports, System.getenv());
        try {
            product.state.endLeftovers();
            product.requireFree(ports);
            product.declare(ports);
            product.processes.values().forEach(ManagedProcess::start);
            product.awaitReady(progress);
            return product;
        } catch (RuntimeException failed) {
            product.close();
            throw failed;
        }
    }

    /** Where people and programs call it. */
    public String address() {
        return environment.address();
    }

    /** Whether people and programs sign in at the provider that comes with the platform. */
    public boolean hasDemoUsers() {
        return servers.signInIsOurs();
    }

    /** The names of all processes: {@code postgresql}, {@code kafka}, {@code customer-service}, … */
    public List<String> processNames() {
        return List.copyOf(processes.keySet());
    }

    /** The process of that name as it runs at the moment; empty while it is down. */
    public Optional<ProcessHandle> process(String name) {
        return Optional.ofNullable(processes.get(name)).flatMap(ManagedProcess::handle);
    }

    /** Whether the process of that name runs and answers. */
    public boolean isRunning(String name) {
        return processes.containsKey(name) && processes.get(name).state() == ManagedProcess.State.RUNNING;
    }

    /**
     * Prepares the next start to be fast, with little regard to how long that takes: one service after the other runs
     * once up to the point where it would serve. Does nothing for services that are prepared.
     */
    public void prepareFasterStart() {
        new StartTraining(data.logs().resolve("training.log")).run(jars, environment);
    }

    /**
     * Runs a service once more beside the running one: for one of its commands such as the audit, or configured
     * otherwise. It ends with this process; its output is the caller's to read.
     *
     * @param service   name as in {@link #processNames()}
     * @param changes   environment variables that differ from the running service's
     * @param arguments of its command line
     * @throws IOException if it cannot be started
     */
    public Process runBeside(String service, Map<String, String> changes, List<String> arguments) throws IOException {
        Service known = Arrays.stream(Service.values()).filter(one -> one.artifact().equals(service)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no service: " + service));
        Map<String, String> variables = environment.beside(known);
        variables.putAll(changes);
        return jars.get(known).asBuilt(arguments, variables).endingWithItsStarter()
            .redirectError(ProcessBuilder.Redirect.DISCARD).redirectErrorStream(false).start();
    }

    /** Stops everything, the services before the servers they stand on. */
    @Override
    public void close() {
        // Who was interrupted to stop still stops in order, without haste.
        boolean interrupted = Thread.interrupted();
        stopTogether(processesOf(true));
        processesOf(false).forEach(ManagedProcess::stop);
        try {
            state.delete();
            claim.close();
        } catch (Exception ending) {
            throw new IllegalStateException("The data folder is not released", ending);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ManagedProcess> processesOf(boolean services) {
        return processes.values().stream()
            .filter(process -> services == jars.keySet().stream().anyMatch(s -> s.artifact().equals(process.name())))
            .toList();
    }

    private static void stopTogether(List<ManagedProcess> processes) {
        List<Thread> stops = processes.stream().map(process -> Thread.ofPlatform().start(process::stop)).toList();
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void declare(Ports ports) {
        // In the order in which they are stopped.
        List<ManagedProcess> kafka = servers.starts(Port.KAFKA) ? List.of(declare(new KafkaServer(data.server("kafka"),
            ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER), java))) : List.of();
        List<ManagedProcess> reading = new ArrayList<>(kafka);
        if (servers.starts(Port.MONGODB)) {
            reading.add(declare(new MongoServer(data.server("mongodb"), ports.of(Port.MONGODB), java)));
        }
        if (servers.starts(Port.ELASTICSEARCH)) {
            reading.add(declare(new ElasticsearchServer(data.server("elasticsearch"), ports.of(Port.ELASTICSEARCH),
                java)));
        }
        List<ManagedProcess> recording = new ArrayList<>(kafka);
        if (servers.starts(Port.POSTGRESQL)) {
            PostgresServer postgres = new PostgresServer(data.server("postgresql"), ports.of(Port.POSTGRESQL));
            recording.add(declare(postgres.name(), postgres::prepare, () -> answers(postgres), List.of()));
        }
        for (Service service : Service.values()) {
            BootJar jar = BootJar.of(service, projectRoot, data, java.home());
            jars.put(service, jar);
            Readiness readiness = new Readiness(ports.of(service.managementPort()));
            declare(service.artifact(), () -> jar.command(environment.of(service)), readiness::isUp,
                service.isCommandSide() ? recording : service == Service.REPORTING ? reading : List.of());
        }
    }

    private ManagedProcess declare(EmbeddedServer server) {
        return declare(server.name(), server::prepare, server::answers, List.of());
    }

    private ManagedProcess declare(String name, ManagedProcess.Preparation preparation,
                                   BooleanSupplier answers, List<ManagedProcess> needs) {
        ManagedProcess process = new ManagedProcess(name, preparation, answers, List.copyOf(needs),
            RotatingLog.of(data.logs().resolve(name + ".log")), () -> state.write(address(), processes.values()));
        processes.put(name, process);
        return process;
    }

    /** PostgreSQL counts as answering only when the databases of the services exist. */
    private static boolean answers(PostgresServer postgres) {
        if (!postgres.answers()) {
            return false;
        }
        try {
            for (Service service : Service.values()) {
                if (service.isCommandSide()) {
                    postgres.createDatabase(service.database());
                }
            }
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void awaitReady(Progress progress) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            List<ManagedProcess> awaited = processes.values().stream()
                .filter(process -> !process.ready().isDone()).toList();
            progress.update(processes.size() - awaited.size(), processes.size(), awaited.stream()
                .filter(process -> process.state() != ManagedProcess.State.WAITING)
                .map(ManagedProcess::name).toList());
            if (awaited.isEmpty()) {
                return;
            }
            if (Instant.now().isAfter(end)) {
                throw new StartFailure("Not everything answers after " + PATIENCE.toMinutes() + " minutes.\n"
                    + awaited.stream().map(Product::describe).collect(Collectors.joining("\n")));
            }
            try {
                Thread.sleep(Duration.ofMillis(100));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StartFailure("The start was interrupted.", interrupted);
            }
        }
    }

    private static String describe(ManagedProcess process) {
        return process.name() + " " + process.lastTrouble().orElse("does not answer") + ". Its log "
            + process.log().file() + " ends with:\n  " + String.join("\n  ", process.log().lastLines());
    }

    private void requireFree(Ports ports) {
        List<Port> taken = ports.taken().stream().filter(servers::starts).toList();
        if (!taken.isEmpty()) {
            throw new StartFailure(taken.stream().map(port -> "Port " + ports.of(port) + " is taken by another program. "
                    + "Set " + port.variable() + " or " + port.option() + " to another one.")
                .collect(Collectors.joining("\n")));
        }
    }
}
