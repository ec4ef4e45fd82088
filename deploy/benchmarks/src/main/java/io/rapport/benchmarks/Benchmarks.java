package io.rapport.benchmarks;

import io.rapport.embedded.PostgresServer;
import io.rapport.standalone.Port;
import io.rapport.standalone.Ports;
import io.rapport.standalone.Product;
import io.rapport.standalone.Progress;
import io.rapport.testing.http.RapportClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the product, measures it and stops it. */
@Command(name = "deploy/benchmarks/run", description = "Measures the product on this machine.",
        mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {

    private static final String DATABASE = "benchmark";

    @Option(names = "--project", hidden = true, defaultValue = ".")
    private Path project;

    @Option(names = "--data", required = true, description = "Folder of the measured product.")
    private Path data;

    @Option(names = "--only", split = ",", description = "Parts to measure, with whatever they need before: "
            + "${COMPLETION-CANDIDATES} (all).")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--rows", defaultValue = "100000", description = "Customers to import and search (${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--customers", defaultValue = "1000000",
            description = "Customers in the index for lists and exports (${DEFAULT-VALUE}).")
    private int customers;

    @Option(names = "--seconds", defaultValue = "10", description = "Length of one measurement (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "40", description = "Seconds before commands are measured (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--out", required = true, description = "JSON file to write.")
    private Path out;

    private final Report report = new Report(System.out);
    private final Ports ports = Ports.free();

    /** @param arguments see {@code --help} */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(data);
        if (only.contains(Part.START)) {
            try (Product product = Product.start(project, data, ports, Progress.SILENT)) {
                product.prepareFasterStart();
            }
        }
        long start = System.nanoTime();
        try (Product product = Product.start(project, data, ports, Progress.SILENT)) {
            var rapport = new RapportClient(URI.create(product.address()), "demo-admin", "demo");
            if (only.contains(Part.START)) {
                new StartBenchmark(product, rapport).measureStart(start, report);
            }
            if (only.contains(Part.VISIBILITY)) {
                new VisibilityBenchmark(rapport).measure(20 * seconds, report);
            }
            measureImported(product, rapport);
            if (only.contains(Part.COMMANDS) || only.contains(Part.RELAY)) {
                measureCommands(URI.create(product.address()), rapport);
            }
            if (only.contains(Part.LISTS) || only.contains(Part.EXPORT)) {
                measureMany(product, rapport);
            }
        }
        report.write(out);
        return 0;
    }

    private void measureImported(Product product, RapportClient rapport) throws Exception {
        if (only.stream().anyMatch(EnumSet.of(Part.IMPORT, Part.QUERIES, Part.DUPLICATES, Part.MEMORY,
                Part.PROJECTION)::contains)) {
            new ImportBenchmark(rapport).measure(rows, report);
        }
        if (only.contains(Part.QUERIES)) {
            new QueriesBenchmark(rapport).measure(Duration.ofSeconds(seconds / 2), Duration.ofSeconds(seconds), report);
        }
        if (only.contains(Part.DUPLICATES)) {
            new DuplicatesBenchmark(rapport).measure(report);
        }
        if (only.contains(Part.MEMORY)) {
            new StartBenchmark(product, rapport).measureMemory("memory of all processes",
                    StartBenchmark.GOAL_MEGABYTES, report);
        }
        if (only.contains(Part.PROJECTION)) {
            // Late, because its copies take memory.
            new ProjectionBenchmark(product, "mongodb://127.0.0.1:" + ports.of(Port.MONGODB), elasticsearch(), rows)
                    .measure(report);
        }
    }

    private void measureCommands(URI gateway, RapportClient rapport) throws Exception {
        var postgres = new PostgresServer(data.resolve("postgresql"), ports.of(Port.POSTGRESQL));
        postgres.createDatabase(DATABASE);
        String kafka = "127.0.0.1:" + ports.of(Port.KAFKA);
        try (var commandSide = new CustomerCommandSide(postgres.jdbcUrl(DATABASE), kafka, gateway)) {
            if (only.contains(Part.COMMANDS)) {
                new CommandsBenchmark(commandSide, rapport.at(commandSide.address())).measure(
                        Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), report);
            }
            if (only.contains(Part.RELAY)) {
                new RelayBenchmark(commandSide, kafka).measure(rows / 2, report);
            }
        }
    }

    private void measureMany(Product product, RapportClient rapport) throws Exception {
        try (var index = new FilledIndex(elasticsearch())) {
            index.fill(customers, report);
            if (only.contains(Part.LISTS)) {
                new ListsBenchmark(rapport, index, customers, report).measure(Duration.ofSeconds(seconds / 2),
                        Duration.ofSeconds(seconds));
            }
            if (only.contains(Part.EXPORT)) {
                new ExportBenchmark(rapport, new HeapWatch(ports.of(Port.REPORTING_MANAGEMENT)), customers, data)
                        .measure(report);
            }
            new StartBenchmark(product, rapport).measureMemory(
                    "memory of all processes with %,d customers in the index".formatted(customers), null, report);
        }
    }

    private URI elasticsearch() {
        return URI.create("http://127.0.0.1:" + ports.of(Port.ELASTICSEARCH));
    }
}
