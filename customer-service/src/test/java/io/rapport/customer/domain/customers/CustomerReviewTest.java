package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Role;
import io.rapport.customer.domain.customers.CustomerCommand.Approve;
import io.rapport.customer.domain.customers.CustomerCommand.Register;
import io.rapport.customer.domain.customers.CustomerCommand.Resubmit;
import io.rapport.customer.domain.customers.CustomerCommand.SendBack;
import io.rapport.customer.domain.customers.CustomerEvent.Approved;
import io.rapport.customer.domain.customers.CustomerEvent.Archived;
import io.rapport.customer.domain.customers.CustomerEvent.Registered;
import io.rapport.customer.domain.customers.CustomerEvent.ReviewRequested;
import io.rapport.customer.domain.customers.CustomerEvent.SentBack;
import io.rapport.customer.domain.customers.ReviewRule.Case;
import io.rapport.customer.domain.customers.ReviewRule.Entry;
import io.rapport.values.Assignment;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.rapport.customer.domain.customers.CustomerFactsBuilder.facts;

class CustomerReviewTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000001";
    private static final CustomerFacts FACTS = facts().name("华为公司").type("POTENTIAL").level("NORMAL")
            .region("华东").build();
    private static final Registered REGISTERED =
            new Registered(ID, "001", FACTS, SalesStatus.POTENTIAL, "zhangsan", "/east/shanghai");
    private static final ReviewRequested REQUESTED = new ReviewRequested("zhangsan", "New customers of reps");
    private static final String MANAGER = "wangwu";

    private ReviewRule rule = ReviewRule.NONE;
    private AggregateTestFixture<Customer> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Customer.class);
        fixture.registerInjectableResource(new ReservedNumbers());
        fixture.registerInjectableResource(CustomerSettings.shipped());
        fixture.registerInjectableResource((ReviewRules) () -> rule);
    }

    // --- who waits

    @Test
    void withoutARuleACustomerCountsAtOnce() {
        registered("request", "rep").expectEvents(REGISTERED);
    }

    @Test
    void theFirstCaseThatAppliesIsTheReason() {
        rule = new ReviewRule(List.of(new Case("Imported customers", Entry.IMPORT, Set.of(), Map.of()),
                new Case("New customers of reps", null, Set.of(Role.REP), Map.of()),
                new Case("Everybody's", null, Set.of(), Map.of())));
        registered("request", "rep").expectEvents(REGISTERED, REQUESTED);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # source          roles            entry   role  region  waits
            request,          rep,             -,      -,    -,      true
            request,          rep,             REQUEST,-,    -,      true
            request,          rep,             IMPORT, -,    -,      false
            import job row 7, rep,             IMPORT, -,    -,      true
            import job row 7, rep,             REQUEST,-,    -,      false
            request,          rep,             -,      REP,  -,      true
            request,          manager,         -,      REP,  -,      false
            request,          'manager,rep',   -,      REP,  -,      true
            import job row 7, -,               -,      REP,  -,      true
            request,          rep,             -,      -,    华东,   true
            request,          rep,             -,      -,    华南,   false
            request,          rep,             REQUEST,REP,  华东,   true
            request,          rep,             REQUEST,REP,  华南,   false
            """)
    void aCaseAppliesWhenAllItsPartsDo(String source, String roles, Entry entry, Role role, String region,
                                       boolean waits) {
        rule = new ReviewRule(List.of(new Case("New customers of reps", entry,
                role == null ? null : Set.of(role),
                region == null ? null : Map.of("region", List.of(region, "西南")))));
        List<Object> events = new ArrayList<>(List.of(REGISTERED));
        if (waits) {
            events.add(REQUESTED);
        }
        registered(source, roles).expectEvents(events.toArray());
    }

    @Test
    void aFactThatIsNotKnownHasNoneOfTheValues() {
        rule = new ReviewRule(List.of(new Case("Fair", null, null, Map.of("source", List.of("展会")))));
        registered("request", "rep").expectEvents(REGISTERED);
    }

    // --- decisions

    @Test
    void aManagerApproves() {
        waiting().when(new Approve(ID, null, MANAGER)).expectEvents(new Approved());
    }

    @Test
    void aManagerSendsBackWithAReason() {
        waiting().when(new SendBack(ID, null, "电话有误")).expectEvents(new SentBack());
        prepare();
        refused(waiting().when(new SendBack(ID, null, " ")), Refusal.Kind.INVALID, "reason", "required");
    }

    @Test
    void whatWasSentBackIsSubmittedAgainAndThenApproved() {
        fixture.given(REGISTERED, REQUESTED, new SentBack()).when(new Resubmit(ID, null, "zhangsan"))
                .expectEvents(new ReviewRequested("zhangsan", null));
        prepare();
        fixture.given(REGISTERED, REQUESTED, new SentBack(), new ReviewRequested("zhangsan", null))
                .when(new Approve(ID, null, MANAGER)).expectEvents(new Approved());
    }

    @Test
    void nobodyApprovesHisOwn() {
        String author = "zhangsan";
        refused(waiting().when(new Approve(ID, null, author)), Refusal.Kind.FORBIDDEN, "", "review-own");
        prepare();
        var again = fixture.given(REGISTERED, REQUESTED, new SentBack(), new ReviewRequested("wangwu", null));
        refused(again.when(new Approve(ID, null, author)), Refusal.Kind.FORBIDDEN, "", "review-own");
        prepare();
        refused(fixture.given(REGISTERED, REQUESTED, new SentBack(), new ReviewRequested("wangwu", null))
                .when(new Approve(ID, null, MANAGER)), Refusal.Kind.FORBIDDEN, "", "review-own");
    }

    @Test
    void onlyWhatWaitsIsDecided() {
        refused(fixture.given(REGISTERED).when(new Approve(ID, null, MANAGER)),
                Refusal.Kind.CONFLICT, "", "review-not-waiting");
        prepare();
        refused(fixture.given(REGISTERED, REQUESTED, new Approved()).when(new Approve(ID, null, MANAGER)),
                Refusal.Kind.CONFLICT, "", "review-not-waiting");
        prepare();
        refused(fixture.given(REGISTERED, REQUESTED, new SentBack()).when(new SendBack(ID, null, "x")),
                Refusal.Kind.CONFLICT, "", "review-not-waiting");
        prepare();
        refused(waiting().when(new Resubmit(ID, null, "zhangsan")),
                Refusal.Kind.CONFLICT, "", "review-not-sent-back");
        prepare();
        refused(fixture.given(REGISTERED, REQUESTED, new Archived()).when(new Approve(ID, null, MANAGER)),
                Refusal.Kind.CONFLICT, "", "customer-archived");
    }

    private TestExecutor<Customer> waiting() {
        return fixture.given(REGISTERED, REQUESTED);
    }

    /** @param roles null where they are not known */
    private ResultValidator<Customer> registered(String source, String roles) {
        Map<String, String> context = roles == null ? Map.of("actor", "zhangsan", "source", source)
                : Map.of("actor", "zhangsan", "source", source, "roles", roles);
        return fixture.givenNoPriorActivity().when(new Register(ID, "001", FACTS, null,
                new Assignment("zhangsan", "/east/shanghai")), context);
    }

    private static void refused(ResultValidator<Customer> result, Refusal.Kind kind, String field, String code) {
        result.expectNoEvents().expectException(new CustomMatcher<Throwable>(kind + " " + field + ":" + code) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof Refusal refusal && refusal.kind() == kind && refusal.errors().stream()
                        .map(error -> error.field() + ':' + error.code()).toList().equals(List.of(field + ':' + code));
            }
        });
    }
}
