package io.rapport.benchmarks;

import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import static io.rapport.testing.http.RapportClient.encoded;

/**
 * How long a salesperson of a large company waits for a list, through the gateway. Every request differs from the one
 * before, and the index changes all the time, so that no cache has the answer.
 */
final class ListsBenchmark {

    private static final double GOAL_P95_MILLIS = 150;
    private static final int CLIENTS = 2;
    private static final int LARGEST_PAGE = 200;
    private static final int REACH = 10_000;
    private static final int CURSORS_KEPT = 100;
    private static final double DEPTH = 0.9;
    private static final long CHANGE_EVERY_MILLIS = 200;
    private static final int MOBILE_DIGITS = 11;

    private static final List<String> SORTS = List.of("name", "-name", "number", "-number", "createdAt", "-updatedAt",
            "lastInteractionAt", "-lastInteractionAt", "openOpportunityAmount", "-openOpportunityAmount", "region,-name",
            "salesStatus", "-owner", "version", "activity", "phone", "industry,region,-createdAt");
    private static final List<String> COUNTED = List.of("region", "type", "salesStatus", "industry", "level", "owner",
            "team", "source", "tags", "activity", "lifecycleStage");
    private static final List<String> SPELT = List.of("huawei", "shanghai", "shenzhen", "tengxun", "xinxi", "jixie",
            "hongbo", "ruisi", "guotai", "dongfang", "jinxin", "zhiyuan", "zhongxing", "haier", "keji", "maoyi");
    private static final List<String> COMMON = List.of("公司", "有限公司", "gongsi", "上海", "yxgs", "example.com", "user", "科技");
    private static final String INITIALS = "hwtxbdzgmsljyrq";

    private final RapportClient rapport;
    private final FilledIndex index;
    private final int customers;
    private final Report report;

    /** @param customers in the index, numbered from 0 */
    ListsBenchmark(RapportClient rapport, FilledIndex index, int customers, Report report) {
        this.rapport = rapport;
        this.index = index;
        this.customers = customers;
        this.report = report;
    }

    void measure(Duration warmUp, Duration duration) {
        Map<String, Function<Random, String>> queries = queries();
        // Each customer at most once, from the newest to older ones.
        var next = new AtomicInteger(customers);
        try (var changes = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("changes").factory())) {
            changes.scheduleWithFixedDelay(() -> index.change(next.decrementAndGet()), 0, CHANGE_EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
            queries.forEach((name, query) -> measure(name, query, warmUp, duration));
        }
    }

    private void measure(String name, Function<Random, String> query, Duration warmUp, Duration duration) {
        var times = new ConcurrentHashMap<String, Long>();
        Load.run(CLIENTS, warmUp, (client, turn) -> ask(query.apply(seeded(client + CLIENTS, turn))));
        Load.Result result = Load.run(CLIENTS, duration, (client, turn) -> {
            String path = query.apply(seeded(client, turn));
            long start = System.nanoTime();
            ask(path);
            times.merge(path, System.nanoTime() - start, Math::max);
        });
        var longest = times.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        report.add(Measurement.atMost("%s of %,d, p95".formatted(name, customers), result.p95(), "ms", GOAL_P95_MILLIS,
                "%d clients, p50 %.1f, p99 %.1f, %.0f/s; longest %.0f for %s".formatted(CLIENTS, result.p50(),
                        result.p99(), result.perSecond(), longest.getValue() / 1e6, readable(longest.getKey()))));
    }

    private static Random seeded(int client, int turn) {
        return new Random(client * 1_000_003L + turn);
    }

    private Map<String, Function<Random, String>> queries() {
        List<String> deepInTime = deepCursors("");
        List<String> deepByName = deepCursors("sort=name&");
        var queries = new LinkedHashMap<String, Function<Random, String>>();
        queries.put("first page", random -> "/api/customers?size=" + (30 + random.nextInt(71)));
        queries.put("sorted, 17 ways", random -> "/api/customers?sort=" + any(random, SORTS) + "&size="
                + (30 + random.nextInt(71)));
        queries.put("page by number", random -> {
            int size = 30 + random.nextInt(71);
            return "/api/customers?size=" + size + "&page=" + (1 + random.nextInt(REACH / size))
                    + (random.nextBoolean() ? "&sort=name" : "");
        });
        queries.put("last page by number", random -> "/api/customers?size=50&page=" + (REACH / 50 - random.nextInt(10))
                + any(random, List.of("", "&sort=name", "&sort=-openOpportunityAmount")));
        queries.put("cursor at 90 %", random -> "/api/customers?cursor=" + any(random, deepInTime));
        queries.put("cursor at 90 %, by name", random -> "/api/customers?sort=name&cursor=" + any(random, deepByName));
        queries.put("filter of three conditions", random -> "/api/customers?sort=" + any(random, SORTS) + "&filter="
                + encoded(threeConditions(random)));
        queries.put("search, Chinese", random -> search(name(random).substring(2, 4)));
        queries.put("search, initials", random -> search("" + letter(random) + letter(random)
                + (random.nextBoolean() ? letter(random) : "")));
        queries.put("search, pinyin", random -> search(any(random, SPELT)));
        queries.put("search, part of a phone", random -> {
            int digits = 4 + random.nextInt(4);
            int at = random.nextInt(MOBILE_DIGITS - digits);
            return search(ManyCustomers.phone(random.nextInt(customers)).substring(at, at + digits));
        });
        queries.put("search, two words", random -> search(name(random).substring(2, 4) + " "
                + any(random, ManyCustomers.CITIES)));
        queries.put("search, one character", random -> search(random.nextBoolean() ? name(random).substring(2, 3)
                : random.nextBoolean() ? "" + letter(random) : "" + random.nextInt(10)));
        queries.put("search, what most have", random -> search(any(random, COMMON)) + "&size=" + (30 + random.nextInt(71)));
        queries.put("facets of three", random -> facets(random));
        queries.put("facets of three, filtered", random -> facets(random) + "&filter=" + encoded(threeConditions(random)));
        queries.put("facets of three, searched", random -> facets(random) + "&q=" + encoded(name(random).substring(2, 4)));
        return queries;
    }

    private String threeConditions(Random random) {
        String region = "region eq '" + any(random, ManyCustomers.CITIES) + "'";
        String status = "salesStatus in ('" + any(random, ManyCustomers.STATUSES) + "','"
                + any(random, ManyCustomers.STATUSES) + "')";
        String industry = "industry ne '" + any(random, ManyCustomers.INDUSTRIES) + "'";
        return any(random, List.of(
                region + " and (" + status + " or openOpportunityAmount gt " + random.nextInt(2_000_000) + ")",
                status + " and " + industry + " and lastInteractionAt ge 2024-0" + (1 + random.nextInt(9)) + "-01",
                industry + " and name contains '" + name(random).substring(2, 4) + "' and type ne '"
                        + any(random, ManyCustomers.TYPES) + "'",
                "createdAt ge 202" + (1 + random.nextInt(5)) + "-06-01 and " + status + " and tags exists",
                region + " and owner startsWith 'user" + random.nextInt(8) + "' and activity eq 'DORMANT'"));
    }

    private static String facets(Random random) {
        int first = random.nextInt(COUNTED.size() - 2);
        return "/api/customers/facets?fields=" + String.join(",", COUNTED.subList(first, first + 3));
    }

    private static String search(String words) {
        return "/api/customers?q=" + encoded(words);
    }

    private String name(Random random) {
        return ManyCustomers.name(random.nextInt(customers));
    }

    private static char letter(Random random) {
        return INITIALS.charAt(random.nextInt(INITIALS.length()));
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Walks there with the largest pages: a cursor is only worth something if it works that deep. */
    private List<String> deepCursors(String sort) {
        String pages = "/api/customers?" + sort + "size=" + LARGEST_PAGE + "&fields=id";
        var last = new ArrayDeque<String>();
        Answer page = ask(pages);
        long depth = (long) (page.json().get("total").asLong() * DEPTH);
        for (long seen = LARGEST_PAGE; seen < depth; seen += LARGEST_PAGE) {
            last.add(page.json().get("nextCursor").asString());
            if (last.size() > CURSORS_KEPT) {
                last.remove();
            }
            page = ask(pages + "&cursor=" + last.getLast());
        }
        return List.copyOf(last);
    }

    private Answer ask(String path) {
        Answer answer = rapport.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " → " + answer);
        }
        return answer;
    }

    private static String readable(String path) {
        return URLDecoder.decode(path.replaceAll("cursor=[^&]*", "cursor=…"), StandardCharsets.UTF_8);
    }
}
