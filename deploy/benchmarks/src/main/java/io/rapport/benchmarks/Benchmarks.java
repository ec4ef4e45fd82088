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
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the product on an empty data folder, measures it and stops it. */
@Command(name = "deploy/benchmarks/run", description = "Measures the product on this machine.",
        mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {

    private static final String DATABASE = "benchmark";

    @Option(names = "--project", hidden = true, defaultValue = ".")
    private Path project;

    @Option(names = "--data", required = true, description = "Folder of the measured product; has to be empty.")
    private Path data;

    @Option(names = "--rows", defaultValue = "100000", description = "Customers to import and search (${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--seconds", defaultValue = "10", description = "Length of one measurement (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "40", description = "Seconds before commands are measured (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--out", required = true, description = "JSON file to write.")
    private Path out;

    /** @param arguments see {@code --help} */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(data);
        var report = new Report(System.out);
        Ports ports = Ports.free();
        try (Product product = Product.start(project, data, ports, Progress.SILENT)) {
            product.prepareFasterStart();
        }
        long start = System.nanoTime();
        try (Product product = Product.start(project, data, ports, Progress.SILENT)) {
            var rapport = new RapportClient(URI.create(product.address()), "demo-admin", "demo");
            new StartBenchmark(product, rapport).measureStart(start, report);
            new VisibilityBenchmark(rapport).measure(20 * seconds, report);
            new ImportBenchmark(rapport).measure(rows, report);
            new QueriesBenchmark(rapport).measure(Duration.ofSeconds(seconds / 2), Duration.ofSeconds(seconds), report);
            new StartBenchmark(product, rapport).measureMemory(report);
            // Late, because its copies take memory.
            new ProjectionBenchmark(product, "mongodb://127.0.0.1:" + ports.of(Port.MONGODB),
                    URI.create("http://127.0.0.1:" + ports.of(Port.ELASTICSEARCH)), rows).measure(report);
            measureCommands(ports, URI.create(product.address()), rapport, report);
        }
        report.write(out);
        return 0;
    }

    private void measureCommands(Ports ports, URI gateway, RapportClient rapport, Report report) throws Exception {
        var postgres = new PostgresServer(data.resolve("postgresql"), ports.of(Port.POSTGRESQL));
        postgres.createDatabase(DATABASE);
        String kafka = "127.0.0.1:" + ports.of(Port.KAFKA);
        try (var commandSide = new CustomerCommandSide(postgres.jdbcUrl(DATABASE), kafka, gateway)) {
            new CommandsBenchmark(commandSide, rapport.at(commandSide.address())).measure(Duration.ofSeconds(warmUp),
                    Duration.ofSeconds(seconds), report);
            new RelayBenchmark(commandSide, kafka).measure(rows / 2, report);
        }
    }
}
