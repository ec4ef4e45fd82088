package io.rapport.benchmarks;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.sql.SQLException;
import java.time.Duration;

/** Commands, in the service's process and over its port, against plain inserts into the same PostgreSQL. */
final class CommandsBenchmark {

    private static final double GOAL_IN_PROCESS = 0.6;
    private static final double GOAL_IN_PROCESS_P99 = 120;
    private static final double GOAL_OVER_HTTP = 0.25;
    private static final int MOST_CLIENTS = 32;
    private static final int[] CLIENTS = {1, 8, MOST_CLIENTS};

    private final CustomerCommandSide commandSide;
    private final RapportClient customerService;

    /**
     * @param customerService a client of the same service's HTTP port
     */
    CommandsBenchmark(CustomerCommandSide commandSide, RapportClient customerService) {
        this.commandSide = commandSide;
        this.customerService = customerService;
    }

    void measure(Duration warmUp, Duration duration, Report report) throws SQLException {
        Load.run(MOST_CLIENTS, warmUp, commandSide::register);
        Load.run(MOST_CLIENTS, warmUp, this::post);
        var inserts = new PlainInserts(commandSide.database());
        inserts.measure(MOST_CLIENTS, warmUp.dividedBy(4));
        // It is measured by itself; two cores cannot tell apart what runs at once.
        commandSide.stopRelay();
        for (int clients : CLIENTS) {
            boolean most = clients == MOST_CLIENTS;
            Load.Result plain = inserts.measure(clients, duration);
            Load.Result inProcess = Load.run(clients, duration, commandSide::register);
            Load.Result overHttp = Load.run(clients, duration, this::post);
            report.add(Measurement.atLeast("commands in process, %d clients".formatted(clients),
                    inProcess.perSecond() / plain.perSecond(), "ratio", most ? GOAL_IN_PROCESS : null,
                    "%,.0f/s of %,.0f plain inserts/s".formatted(inProcess.perSecond(), plain.perSecond())));
            report.add(Measurement.atMost("commands in process, %d clients, p99".formatted(clients), inProcess.p99(),
                    "ms", most ? GOAL_IN_PROCESS_P99 : null, "p50 %.1f".formatted(inProcess.p50())));
            report.add(Measurement.atLeast("commands over HTTP, %d clients".formatted(clients),
                    overHttp.perSecond() / plain.perSecond(), "ratio", most ? GOAL_OVER_HTTP : null,
                    "%,.0f/s, p99 %.1f ms".formatted(overHttp.perSecond(), overHttp.p99())));
        }
        commandSide.startRelay();
    }

    private void post(int client, int turn) {
        Answer answer = customerService.post("/api/customers", """
                {"name":"华为技术有限公司 %d-%d","type":"VIP","level":"KEY","industry":"通信","region":"深圳",\
                "phone":"+86 755 2878 0808","email":"c%d@example.com","owner":"zhangsan","tags":["重点"]}"""
                .formatted(client, turn, turn));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
    }
}
