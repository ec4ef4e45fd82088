package io.rapport.benchmarks;

import io.rapport.customer.CustomerServiceApplication;
import io.rapport.customer.domain.customers.CustomerCommand;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.eventstore.BatchItem;
import io.rapport.eventstore.CommandBatch;
import io.rapport.eventstore.CommandContext;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.RecordIds;
import io.rapport.values.Assignment;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * The customer service inside this process, with a database and a topic of its own on the product's servers: nothing
 * projects its events, so that the numbers are those of the command side alone.
 */
final class CustomerCommandSide implements AutoCloseable {

    static final String TOPIC = "benchmark.customer.v1";
    private static final CommandContext CONTEXT = new CommandContext("benchmark", null, "benchmark", "benchmark", null);

    private final ConfigurableApplicationContext context;
    private final Commands commands;
    private final CommandBatch batch;

    /**
     * @param jdbcUrl an empty database
     * @param kafka   bootstrap address
     * @param issuer  whose tokens it takes
     */
    CustomerCommandSide(String jdbcUrl, String kafka, URI issuer) {
        context = new SpringApplicationBuilder(CustomerServiceApplication.class).properties(
                "spring.config.name=customer-in-benchmark", "spring.application.name=customer-service",
                "spring.datasource.url=" + jdbcUrl, "spring.datasource.username=rapport",
                "spring.datasource.password=rapport", "rapport.topic=" + TOPIC,
                "rapport.topics.progress=benchmark.progress.v1", "rapport.kafka.bootstrap-servers=" + kafka,
                "rapport.identity.issuer=" + issuer, "server.port=0", "management.server.port=0", "logging.level.root=warn",
                "spring.main.banner-mode=off").run();
        commands = context.getBean(Commands.class);
        batch = context.getBean(CommandBatch.class);
    }

    /** Its HTTP port. */
    URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    DataSource database() {
        return context.getBean(DataSource.class);
    }

    /** One registration as a client of the interface asks for it. */
    void register(int client, int turn) {
        commands.execute(registration(client, turn), CONTEXT);
    }

    /** Many registrations in one transaction. */
    void registerTogether(int count) {
        batch.execute(IntStream.range(0, count).mapToObj(turn -> new BatchItem(registration(0, turn), CONTEXT)).toList());
    }

    void stopRelay() {
        relay().stop();
    }

    void startRelay() {
        relay().start();
    }

    @Override
    public void close() {
        context.close();
    }

    private SmartLifecycle relay() {
        return context.getBean("relayProcessor", SmartLifecycle.class);
    }

    private static CustomerCommand.Register registration(int client, int turn) {
        String id = RecordIds.next();
        CustomerFacts facts = new CustomerFacts("华为技术有限公司 " + client + "-" + turn, "VIP", "KEY", "通信", "200-500人",
                null, null, null, null, "中国", "广东", "深圳", "深圳", null, "+86 755 2878 0808", null,
                "c" + client + "t" + turn + "@example.com", "https://www.example.com", "展会", List.of("重点"), null,
                "云服务", null, null, null, null);
        return new CustomerCommand.Register(id, null, facts, "FOLLOWING_UP", new Assignment("zhangsan", "/east"));
    }
}
