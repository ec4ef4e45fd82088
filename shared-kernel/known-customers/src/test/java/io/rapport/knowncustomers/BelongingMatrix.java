package io.rapport.knowncustomers;

import io.rapport.contracts.rights.Role;
import io.rapport.rights.Action;
import io.rapport.rights.ClassReach;
import io.rapport.rights.DeclaredPath;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.Kind;
import io.rapport.rights.Reach;
import io.rapport.rights.RoleRights;
import io.rapport.rights.autoconfiguration.DirectoryFeed;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.OwningCustomers;
import io.rapport.testing.http.RapportClient;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.core.env.Environment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Every declared path of a service whose records belong to customers, for every role and every relation of the caller to
 * whoever entered the record and to the owner of its customer. What is to be answered is read from the declared table
 * here once more, by the relations alone.
 */
public final class BelongingMatrix {

    private static final String TEAM = "/matrix/east";
    private static final Set<Integer> CARRIED_OUT = Set.of(204, 412, 422, 409);

    private final Kind kind;
    private final String collection;
    private final String facts;
    private final Function<String, RapportClient> as;
    private final OwningCustomers customers;
    private final List<DeclaredPath> paths;
    private final Map<List<Object>, String> records = new HashMap<>();
    private final Map<Relation, String> owned = new HashMap<>();

    /** Who somebody is to the caller; in the order in which reaches grow. */
    private enum Relation {
        NOBODY(null, null), SELF(Reach.OWN, null), COLLEAGUE(Reach.TEAM, "matrix-colleague"),
        BELOW(Reach.TREE, "matrix-below"), OTHER(Reach.ALL, "matrix-other"), UNOWNED(Reach.ALL, null);

        private final Reach least;
        private final String user;

        Relation(Reach least, String user) {
            this.least = least;
            this.user = user;
        }

        String user(Role caller) {
            return this == SELF ? name(caller) : user;
        }

        boolean isIn(RoleRights rights, Kind kind, Action action) {
            return isIn(rights.reach(kind, action), rights, kind);
        }

        boolean isIn(Reach reach, RoleRights rights, Kind kind) {
            return least != null && (reach.compareTo(least) >= 0
                    || this == UNOWNED && reach != Reach.NONE && rights.reach(kind, Action.ASSIGN) != Reach.NONE);
        }

        static String name(Role caller) {
            return "matrix-" + caller.code();
        }
    }

    /**
     * @param facts of a new record, as the inside of a JSON object
     * @param as    a client with a token
     */
    public BelongingMatrix(Kind kind, String service, String collection, String facts,
                           Function<String, RapportClient> as, OwningCustomers customers) {
        this.kind = kind;
        this.collection = collection;
        this.facts = facts;
        this.as = as;
        this.customers = customers;
        this.paths = DeclaredRights.get().paths().stream()
                .filter(path -> path.service().equals(service) && path.pattern().startsWith(collection)).toList();
    }

    /** Puts the users of the matrix into the directory and waits until the service knows them. */
    public BelongingMatrix inDirectory(DirectoryFeed feed, Environment environment) {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                environment.getRequiredProperty("rapport.kafka.bootstrap-servers"), ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            Map<String, String> users = new HashMap<>(Map.of("matrix-colleague", user(Role.REP, TEAM),
                    "matrix-below", user(Role.REP, TEAM + "/below"), "matrix-other", user(Role.REP, "/matrix/north")));
            Arrays.stream(Role.values()).forEach(role -> users.put(Relation.name(role), user(role, TEAM)));
            users.forEach((name, definition) -> producer.send(new ProducerRecord<>(
                    environment.getRequiredProperty("rapport.topics.directory"), "user:" + name,
                    definition.getBytes(StandardCharsets.UTF_8))));
            producer.flush();
            await().atMost(Duration.ofSeconds(20)).until(() -> feed.known()
                    .filter(known -> known.directory().users().keySet().containsAll(users.keySet())).isPresent());
        }
        return this;
    }

    private static String user(Role role, String team) {
        return "{\"displayName\":\"x\",\"roles\":[\"%s\"],\"team\":\"%s\",\"active\":true}".formatted(role.code(), team);
    }

    public Stream<DynamicTest> tests() {
        return Arrays.stream(Role.values()).flatMap(role -> Stream.of(
                dynamicTest(role.code() + " asks of records", () -> checkRecords(role)),
                dynamicTest(role.code() + " enters records", () -> checkNewOnes(role))));
    }

    private void checkRecords(Role role) {
        List<String> wrong = new ArrayList<>();
        List<Relation> entering = new ArrayList<>(List.of(Relation.COLLEAGUE, Relation.BELOW, Relation.OTHER));
        if (DeclaredRights.get().table().of(role).reach(kind, Action.WRITE) != Reach.NONE) {
            entering.add(Relation.SELF);
        }
        for (Relation entered : entering) {
            for (Relation owner : Relation.values()) {
                paths.stream().filter(path -> path.pattern().contains("{")).forEach(path -> {
                    Answer answer = as.apply(token(role)).send(path.method(),
                            path.pattern().replace("{id}", record(role, entered, owner)), "application/json",
                            body(path).getBytes(StandardCharsets.UTF_8), "If-Match", "\"999\"");
                    int expected = expected(role, path, entered, owner);
                    if (expected == 0 ? !CARRIED_OUT.contains(answer.status()) : answer.status() != expected) {
                        wrong.add("entered by %s, customer of %s: %d expected of %s %s".formatted(entered, owner,
                                expected, path.method(), answer));
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int expected(Role role, DeclaredPath path, Relation entered, Relation owner) {
        RoleRights rights = DeclaredRights.get().table().of(role);
        if (!isEntered(role, path)) {
            return 403;
        }
        if (!entered.isIn(rights, kind, Action.READ) && !owner.isIn(rights, kind, Action.READ)) {
            return 404;
        }
        boolean written = entered.isIn(rights, kind, Action.WRITE) || owner.isIn(rights, kind, Action.WRITE);
        // A full replacement speaks of every field.
        boolean seen = !path.method().equals("PUT") || DeclaredRights.get().fields(kind).values().stream()
                .flatMap(rule -> rule.classes().stream()).map(rights::reach)
                .allMatch(reach -> isUsed(role, reach)
                        && (entered.isIn(reach.full(), rights, kind) || owner.isIn(reach.full(), rights, kind)));
        return written && seen ? 0 : 403;
    }

    private void checkNewOnes(Role role) {
        RoleRights rights = DeclaredRights.get().table().of(role);
        DeclaredPath path = paths.stream().filter(one -> one.pattern().equals(collection)).findFirst().orElseThrow();
        for (Relation owner : Relation.values()) {
            Answer answer = as.apply(token(role)).post(collection, newRecord(customer(role, owner)));
            boolean visible = owner == Relation.NOBODY || owner.isIn(rights, Kind.CUSTOMER, Action.READ);
            assertThat(answer.status()).as("for a customer of %s: %s", owner, answer)
                    .isEqualTo(!isEntered(role, path) ? 403 : visible ? 201 : 422);
            if (answer.status() == 422) {
                assertThat(answer.body()).contains("customer-unknown", "\"customerId\"");
            }
        }
    }

    private boolean isEntered(Role role, DeclaredPath path) {
        return path.scopes().stream().anyMatch(role.scopes()::contains)
                && DeclaredRights.get().table().of(role).reach(kind, path.action()) != Reach.NONE;
    }

    private static boolean isUsed(Role role, ClassReach reach) {
        return reach.scope() == null || role.scopes().contains(reach.scope());
    }

    /** Entered without a customer by its user, moved to the customer by an administrator. */
    private String record(Role caller, Relation entered, Relation owner) {
        List<Object> who = List.of(entered.user(caller), owner == Relation.SELF ? caller : owner);
        return records.computeIfAbsent(who, _ -> {
            String token = entered == Relation.SELF ? token(caller) : Tokens.of(Role.REP, entered.user, null);
            Answer made = as.apply(token).post(collection, newRecord(null));
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            String id = made.json().get("id").asString();
            String customer = customer(caller, owner);
            if (customer != null) {
                Answer moved = as.apply(Tokens.administrator())
                        .patch(collection + "/" + id, "{\"customerId\":\"" + customer + "\"}");
                assertThat(moved.status()).as(moved.toString()).isEqualTo(204);
            }
            return id;
        });
    }

    private String customer(Role caller, Relation owner) {
        return switch (owner) {
            case NOBODY -> null;
            case SELF -> customers.registered(Relation.name(caller));
            default -> owned.computeIfAbsent(owner, _ -> customers.registered(owner.user));
        };
    }

    private String newRecord(String customerId) {
        return '{' + facts + (customerId == null ? "" : ",\"customerId\":\"" + customerId + '"') + '}';
    }

    private String body(DeclaredPath path) {
        return switch (path.method()) {
            case "PUT" -> '{' + facts + '}';
            case "PATCH" -> "{\"customerId\":null}";
            default -> "";
        };
    }

    private static String token(Role role) {
        return Tokens.of(role, Relation.name(role), null);
    }
}
