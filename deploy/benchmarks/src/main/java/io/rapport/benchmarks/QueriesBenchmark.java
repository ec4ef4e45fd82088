package io.rapport.benchmarks;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import static io.rapport.testing.http.RapportClient.encoded;

/** How long a salesperson waits for a list, through the gateway. */
final class QueriesBenchmark {

    private static final double GOAL_P95_MILLIS = 100;
    private static final int CLIENTS = 2;

    private final RapportClient rapport;

    QueriesBenchmark(RapportClient rapport) {
        this.rapport = rapport;
    }

    void measure(Duration warmUp, Duration duration, Report report) {
        long customers = ask("/api/customers?size=1").json().get("total").asLong();
        paths().forEach((name, path) -> {
            Load.Operation read = (client, turn) -> ask(path);
            Load.run(CLIENTS, warmUp, read);
            Load.Result result = Load.run(CLIENTS, duration, read);
            report.add(Measurement.atMost(name + ", p95", result.p95(), "ms", GOAL_P95_MILLIS,
                    "%,d customers, %d clients, p50 %.1f, p99 %.1f, %.0f/s".formatted(customers, CLIENTS,
                            result.p50(), result.p99(), result.perSecond())));
        });
    }

    private Map<String, String> paths() {
        var paths = new LinkedHashMap<String, String>();
        paths.put("list, first page", "/api/customers");
        paths.put("list, sorted by name", "/api/customers?sort=name");
        paths.put("list, by cursor at half depth", "/api/customers?sort=number&size=50&cursor=" + cursorAtHalfDepth());
        paths.put("filter with three conditions", "/api/customers?sort=-lastInteractionAt&filter=" + encoded(
                "region eq '北京' and (salesStatus in ('FOLLOWING_UP','POTENTIAL') or openOpportunityAmount gt 10000)"));
        paths.put("search box, Chinese", "/api/customers?q=" + encoded("华为"));
        paths.put("search box, initials", "/api/customers?q=hw");
        paths.put("search box, digits of a phone", "/api/customers?q=" + encoded("0004242"));
        paths.put("facets of three fields", "/api/customers/facets?fields=region,type,salesStatus");
        return paths;
    }

    /** Walks to the middle with the largest pages: a cursor is only worth something if it works that deep. */
    private String cursorAtHalfDepth() {
        Answer page = ask("/api/customers?sort=number&size=200");
        long half = page.json().get("total").asLong() / 2;
        for (long seen = 200; seen < half; seen += 200) {
            page = ask("/api/customers?sort=number&size=200&cursor=" + page.json().get("nextCursor").asString());
        }
        return page.json().get("nextCursor").asString();
    }

    private Answer ask(String path) {
        Answer answer = rapport.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }
}
