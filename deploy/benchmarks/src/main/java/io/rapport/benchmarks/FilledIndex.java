package io.rapport.benchmarks;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.CustomerReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.SearchIndex;
import io.rapport.reporting.intake.UnprojectableEvent;
import io.rapport.web.json.JsonAutoConfiguration;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Fills the product's search index with {@link ManyCustomers} by reporting's own code: its projection of the public
 * event, its keys for searching and sorting, its bulk requests. Passed over are commands, event store, relay, Kafka,
 * MongoDB and history: lists and exports ask none of them.
 */
final class FilledIndex implements AutoCloseable {

    private static final int TOGETHER = 2_000;
    private static final int WRITERS = 2;

    private final ConfigurableApplicationContext context;
    private final SearchIndex index;
    private final CustomerReadModel projection = new CustomerReadModel();

    /** @param elasticsearch the product's */
    FilledIndex(URI elasticsearch) {
        context = new SpringApplicationBuilder(Search.class, JacksonAutoConfiguration.class, JsonAutoConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.location=optional:none", "spring.main.banner-mode=off", "logging.level.root=warn")
                .run("--rapport.elasticsearch.uri=" + elasticsearch);
        index = context.getBean(SearchIndex.class);
    }

    /** Customers from number 0 on, each as it was registered; those of an earlier run are not written again. */
    void fill(int customers, Report report) {
        if (index.versionOf(RecordKind.CUSTOMER, ManyCustomers.id(customers - 1)) > 0) {
            return;
        }
        long start = System.nanoTime();
        store(customers);
        index.refresh(RecordKind.CUSTOMER);
        report.add(Measurement.atLeast("index filled with %,d customers".formatted(customers),
                customers / ((System.nanoTime() - start) / 1e9), "rows/s", null,
                "projected and indexed by reporting's code; no commands, Kafka, MongoDB"));
    }

    private void store(int to) {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(WRITERS, Thread.ofPlatform().name("fill-", 0).factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                running.add(threads.submit(() -> {
                    for (int begin = next.getAndAdd(TOGETHER); begin < to; begin = next.getAndAdd(TOGETHER)) {
                        storeTogether(begin, Math.min(to, begin + TOGETHER));
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the index was not filled", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void storeTogether(int from, int to) {
        List<CustomerProfile> customers = new ArrayList<>(to - from);
        for (int number = from; number < to; number++) {
            customers.add(fold(null, ManyCustomers.registered(number)));
        }
        if (!index.store(customers).isEmpty()) {
            throw new IllegalStateException("the index refuses customers");
        }
    }

    /** Gives one customer another status, so that the index is not at rest while it is asked; once for each. */
    void change(int number) {
        index.store(List.of(fold(fold(null, ManyCustomers.registered(number)), ManyCustomers.statusChanged(number))));
        index.refresh(RecordKind.CUSTOMER);
    }

    private CustomerProfile fold(CustomerProfile before, EventEnvelope event) {
        try {
            return projection.fold(before, event);
        } catch (UnprojectableEvent wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.rapport.reporting.search.index")
    @ConfigurationPropertiesScan("io.rapport.reporting.search")
    static class Search {
    }
}
