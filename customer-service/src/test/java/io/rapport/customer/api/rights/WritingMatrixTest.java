package io.rapport.customer.api.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.RunningCustomerService;
import io.rapport.rights.Action;
import io.rapport.rights.DeclaredPath;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.Kind;
import io.rapport.rights.Reach;
import io.rapport.rights.RightsTable;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Every declared path of this service, for every role and every relation of the caller to the record's owner. What is to
 * be answered is read from the declared table here once more, by the relation alone.
 */
class WritingMatrixTest extends RunningCustomerService {

    private static final RightsTable TABLE = DeclaredRights.get().table();
    private static final String TEAM = "/matrix/east";
    private static final Set<Kind> RECORDS = Set.of(Kind.CUSTOMER, Kind.OPPORTUNITY, Kind.ORDER);
    private static final String ANY_VERSION = "{\"name\":\"x\"}";

    /** What is asked of one record: nothing that would succeed and change who owns it. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PUT /api/customers/{id}", ANY_VERSION), Map.entry("PATCH /api/customers/{id}", "{\"tags\":[]}"),
            Map.entry("DELETE /api/customers/{id}", ""), Map.entry("POST /api/customers/{id}/restore", ""),
            Map.entry("POST /api/customers/{id}/merge", "{\"from\":\"x\"}"),
            Map.entry("POST /api/customers/{id}/tell-apart", "{\"from\":\"x\"}"),
            Map.entry("POST /api/customers/{id}/unmerge", "{\"from\":\"x\"}"),
            Map.entry("POST /api/customers/{id}/approve", ""), Map.entry("POST /api/customers/{id}/send-back", ""),
            Map.entry("POST /api/customers/{id}/resubmit", ""), Map.entry("POST /api/customers/{id}/confirm", ""),
            Map.entry("GET /api/customers/{customerId}/loyalty", ""),
            Map.entry("POST /api/customers/{customerId}/loyalty/redemptions", "{}"), Map.entry(
                    "POST /api/customers/{customerId}/loyalty/redemptions/{redemptionId}/take-back", ""),
            Map.entry("PUT /api/opportunities/{id}", ANY_VERSION),
            Map.entry("PATCH /api/opportunities/{id}", "{\"tags\":[]}"), Map.entry("DELETE /api/opportunities/{id}", ""),
            Map.entry("POST /api/opportunities/{id}/restore", ""),
            Map.entry("POST /api/opportunities/{id}/stage", "{\"stage\":\"x\"}"),
            Map.entry("POST /api/opportunities/{id}/win", ""), Map.entry("POST /api/opportunities/{id}/lose", ""),
            Map.entry("POST /api/opportunities/{id}/reopen", ""),
            Map.entry("PUT /api/orders/{id}", "{}"), Map.entry("PATCH /api/orders/{id}", "{\"contract\":\"x\"}"),
            Map.entry("DELETE /api/orders/{id}", ""), Map.entry("POST /api/orders/{id}/restore", ""),
            Map.entry("POST /api/orders/{id}/cancel", ""), Map.entry("POST /api/orders/{id}/reinstate", ""));

    /** Who may ask learns that what is named within the record is not there. */
    private static final String TAKE_BACK =
            "POST /api/customers/{customerId}/loyalty/redemptions/{redemptionId}/take-back";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** Who owns a record, as its caller sees it; in the order in which reaches grow. */
    enum Relation {
        OWN(Reach.OWN, null), TEAM(Reach.TEAM, "matrix-colleague"), TREE(Reach.TREE, "matrix-below"),
        OTHER(Reach.ALL, "matrix-other"), UNOWNED(Reach.ALL, null);

        private final Reach least;
        private final String owner;

        Relation(Reach least, String owner) {
            this.least = least;
            this.owner = owner;
        }

        String owner(String caller) {
            return this == OWN ? caller : owner;
        }

        boolean isIn(Role role, Kind kind, Action action) {
            Reach reach = TABLE.of(role).reach(kind, action);
            return reach.compareTo(least) >= 0
                    || this == UNOWNED && reach != Reach.NONE && TABLE.of(role).reach(kind, Action.ASSIGN) != Reach.NONE;
        }
    }

    @Test
    void everyMappedPathIsDeclaredAndEveryDeclaredOneMapped() {
        Set<String> mapped = mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream().filter(path -> !path.contains("error"))
                        .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + ' ' + path)))
                .collect(Collectors.toSet());
        assertThat(mapped).containsExactlyInAnyOrderElementsOf(paths().map(WritingMatrixTest::key).toList());
    }

    @Test
    void everyPathAboutOneRecordIsAsked() {
        assertThat(paths().filter(WritingMatrixTest::isAboutOneRecord).map(WritingMatrixTest::key))
                .containsExactlyInAnyOrderElementsOf(BODIES.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyRoleGetsFromEveryRecordWhatItsReachSays() {
        inDirectory("matrix-colleague", Role.REP, TEAM);
        inDirectory("matrix-below", Role.REP, TEAM + "/below");
        inDirectory("matrix-other", Role.REP, "/matrix/north");
        Map<Relation, Map<Kind, String>> shared = new EnumMap<>(Relation.class);
        return Arrays.stream(Role.values()).flatMap(role -> Arrays.stream(Relation.values())
                .map(relation -> dynamicTest(role.code() + ' ' + relation, () -> {
                    String user = user(role);
                    Map<Kind, String> records = relation == Relation.OWN ? records(user)
                            : shared.computeIfAbsent(relation, _ -> records(relation.owner(user)));
                    checkRecords(role, relation, records);
                    checkNewOnes(role, relation, records.get(Kind.CUSTOMER));
                })));
    }

    @TestFactory
    Stream<DynamicTest> everyRoleEntersThePathsOfItsRights() {
        return Arrays.stream(Role.values()).map(role -> dynamicTest(role.code(), () -> {
            RapportClient caller = as(Tokens.of(role, user(role), null));
            List<String> wrong = new ArrayList<>();
            paths().filter(path -> !isAboutOneRecord(path)).forEach(path -> {
                int status = ask(caller, path, path.pattern().replaceAll("\\{\\*?[a-zA-Z]+}", "x"), "{}").status();
                boolean entered = path.kind() == null
                        || hasScope(role, path) && TABLE.of(role).reach(path.kind(), path.action()) != Reach.NONE;
                if (entered == (status == 403) || status == 401) {
                    wrong.add(key(path) + " answers " + status);
                }
            });
            assertThat(wrong).isEmpty();
        }));
    }

    @Test
    void nobodyEntersWithoutSigningIn() {
        assertThat(paths().map(path -> ask(as(null), path,
                path.pattern().replaceAll("\\{\\*?[a-zA-Z]+}", "x"), "{}").status())).containsOnly(401);
    }

    private void checkRecords(Role role, Relation relation, Map<Kind, String> records) {
        RapportClient caller = as(Tokens.of(role, user(role), null));
        List<String> wrong = new ArrayList<>();
        paths().filter(path -> BODIES.containsKey(key(path))).forEach(path -> {
            String address = path.pattern().replaceAll("\\{[a-zA-Z]+}", records.get(path.kind()));
            Answer answer = ask(caller, path, address, BODIES.get(key(path)));
            int expected = !hasScope(role, path) || TABLE.of(role).reach(path.kind(), path.action()) == Reach.NONE ? 403
                    : !relation.isIn(role, path.kind(), Action.READ) ? 404
                    : relation.isIn(role, path.kind(), path.action()) ? 0 : 403;
            boolean right = expected == 0 && key(path).equals(TAKE_BACK) ? answer.status() == 404 : expected == 0 ? !Set.of(401, 403, 404).contains(answer.status()) && answer.status() < 500
                    : answer.status() == expected;
            if (!right) {
                wrong.add(key(path) + " is to answer " + (expected == 0 ? "what it came to" : expected) + ": " + answer);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** New records for an owner of this relation. */
    private void checkNewOnes(Role role, Relation relation, String customer) {
        RapportClient caller = as(Tokens.of(role, user(role), null));
        String owner = relation.owner(user(role));
        for (Kind kind : RECORDS) {
            DeclaredPath path = paths().filter(one -> one.method().equals("POST") && one.kind() == kind
                    && one.pattern().matches("/api/[a-z]+")).findFirst().orElseThrow();
            boolean entered = hasScope(role, path) && TABLE.of(role).reach(kind, Action.WRITE) != Reach.NONE;
            boolean seen = kind == Kind.CUSTOMER || relation.isIn(role, Kind.CUSTOMER, Action.READ);
            boolean given = owner == null || relation == Relation.OWN || relation.isIn(role, kind, Action.ASSIGN);
            Answer answer = caller.post(path.pattern(), body(kind, owner, customer));
            assertThat(answer.status()).as("%s", answer).isEqualTo(!entered ? 403 : !seen ? 422 : given ? 201 : 403);
            if (entered && !seen) {
                assertThat(answer.body()).contains("customer-unknown");
            } else if (entered && !given) {
                assertThat(answer.body()).contains("\"field\":\"owner\"");
            }
        }
    }

    /** One record of each kind of this owner. */
    private Map<Kind, String> records(String owner) {
        RapportClient administrator = as(Tokens.administrator());
        Map<Kind, String> records = new HashMap<>();
        for (Kind kind : List.of(Kind.CUSTOMER, Kind.OPPORTUNITY, Kind.ORDER)) {
            String collection = switch (kind) {
                case CUSTOMER -> "customers";
                case OPPORTUNITY -> "opportunities";
                default -> "orders";
            };
            Answer made = administrator.post("/api/" + collection, body(kind, owner, records.get(Kind.CUSTOMER)));
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            records.put(kind, made.json().get("id").asString());
        }
        return records;
    }

    private static String body(Kind kind, String owner, String customer) {
        String facts = switch (kind) {
            case CUSTOMER -> "\"name\":\"%s\"".formatted(UUID.randomUUID());
            case OPPORTUNITY -> "\"name\":\"%s\",\"customerId\":\"%s\"".formatted(UUID.randomUUID(), customer);
            default -> "\"customerId\":\"%s\",\"orderedAt\":\"2026-01-01\",\"amount\":{\"amount\":\"1\",\"currency\":\"CNY\"}"
                    .formatted(customer);
        };
        return '{' + facts + (owner == null ? "" : ",\"owner\":\"" + owner + '"') + '}';
    }

    /** The name of the user of a role, who is in the directory from now on. */
    private String user(Role role) {
        String name = "matrix-" + role.code();
        inDirectory(name, role, TEAM);
        return name;
    }

    private static Answer ask(RapportClient caller, DeclaredPath path, String address, String body) {
        byte[] bytes = path.method().equals("GET") || path.method().equals("DELETE") ? new byte[0]
                : body.getBytes(StandardCharsets.UTF_8);
        return caller.send(path.method(), address, "application/json", bytes, "If-Match", "\"999\"");
    }

    private static Stream<DeclaredPath> paths() {
        return DeclaredRights.get().paths().stream().filter(path -> path.service().equals("customer-service"));
    }

    private static boolean isAboutOneRecord(DeclaredPath path) {
        return path.pattern().startsWith("/api/") && path.pattern().contains("{")
                && path.kind() != null && RECORDS.contains(path.kind());
    }

    private static boolean hasScope(Role role, DeclaredPath path) {
        return path.scopes().isEmpty() || path.scopes().stream().anyMatch(role.scopes()::contains);
    }

    private static String key(DeclaredPath path) {
        return path.method() + ' ' + path.pattern();
    }
}
