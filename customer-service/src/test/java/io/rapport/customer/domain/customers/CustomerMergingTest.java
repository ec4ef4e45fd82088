package io.rapport.customer.domain.customers;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.CustomerCommand.Change;
import io.rapport.customer.domain.customers.CustomerCommand.Merge;
import io.rapport.customer.domain.customers.CustomerCommand.Part.ChangeFacts;
import io.rapport.customer.domain.customers.CustomerCommand.Restore;
import io.rapport.customer.domain.customers.CustomerCommand.TellApart;
import io.rapport.customer.domain.customers.CustomerCommand.Unmerge;
import io.rapport.customer.domain.customers.CustomerEvent.Absorbed;
import io.rapport.customer.domain.customers.CustomerEvent.Archived;
import io.rapport.customer.domain.customers.CustomerEvent.FactsChanged;
import io.rapport.customer.domain.customers.CustomerEvent.MergedInto;
import io.rapport.customer.domain.customers.CustomerEvent.Registered;
import io.rapport.customer.domain.customers.CustomerEvent.Released;
import io.rapport.customer.domain.customers.CustomerEvent.ReviewRequested;
import io.rapport.customer.domain.customers.CustomerEvent.ToldApart;
import io.rapport.customer.domain.customers.CustomerEvent.UnmergedFrom;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import static io.rapport.customer.domain.customers.CustomerFactsBuilder.facts;
import static io.rapport.customer.domain.customers.SalesStatus.CLOSED_WON;
import static io.rapport.customer.domain.customers.SalesStatus.POTENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

class CustomerMergingTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000001";
    private static final String OTHER = "0198c0de-0000-7000-8000-000000000002";
    private static final String THIRD = "0198c0de-0000-7000-8000-000000000003";
    private static final CustomerFacts NOTHING = facts().build();
    private static final ChangedValues NO_VALUES = new ChangedValues(NOTHING, Set.of(), null, null, null);

    private final OtherCustomersInMemory others = new OtherCustomersInMemory();
    private AggregateTestFixture<Customer> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Customer.class);
        fixture.registerInjectableResource(others);
        fixture.registerInjectableResource(new ReservedNumbers());
        others.put(OTHER, state(facts().name("华为").phone("95588").tags("B", "C").address("北京", null).build(), false));
    }

    @Test
    void whatIsChosenIsTakenAndTheRestStays() {
        fixture.given(registered(facts().name("华为公司").phone("110").fax("95533").tags("A", "B")
                        .address("深圳", "东莞").build()))
                .when(merge(Map.of("phone", "from", "tags", "both", "fax", "from", "address", "from", "name", "this",
                        "salesStatus", "from", "owner", "from", "activity", "from")))
                .expectEvents(new Absorbed(OTHER, List.of(OTHER), new ChangedValues(
                        facts().phone("95588").tags("A", "B", "C").address("北京", null).build(), Set.of("fax"),
                        new Assignment("lisi", "/north"), CLOSED_WON, true)));
        assertThat(others.recorded()).containsExactly(new MergedInto(ID));
    }

    @Test
    void customValuesAreTakenKeyByKeyAndGoBackKeyByKey() {
        others.put(OTHER, state(facts().name("华为").build().withCustom(new CustomValues(
                Map.of("size", "L", "colours", List.of("red", "blue"), "shape", "round"))), false));
        var before = facts().name("华为公司").build().withCustom(new CustomValues(
                Map.of("size", "S", "colours", List.of("blue"), "height", BigDecimal.ONE)));
        var absorbed = new Absorbed(OTHER, List.of(OTHER), values(NOTHING.withCustom(new CustomValues(
                Map.of("size", "L", "colours", List.of("blue", "red"))))));
        fixture.given(registered(before)).when(merge(Map.of("custom.size", "from", "custom.colours", "both",
                "custom.height", "from", "custom.shape", "this"))).expectEvents(absorbed);
        prepare();
        others.record(OTHER, new MergedInto(ID));
        fixture.given(registered(before), absorbed, new FactsChanged(null, NOTHING.withCustom(new CustomValues(
                        Map.of("size", "XL", "colours", List.of("blue", "red"), "depth", BigDecimal.TWO))), Set.of()))
                .when(new Unmerge(ID, null, OTHER))
                .expectEvents(new Released(OTHER, List.of(OTHER), values(NOTHING.withCustom(new CustomValues(Map.of(
                        "size", "XL", "colours", List.of("blue"), "depth", BigDecimal.TWO, "height", BigDecimal.ONE)))),
                        Set.of("custom.depth", "custom.size")));
    }

    @Test
    void nothingNeedBeTaken() {
        fixture.given(registered(facts().name("华为公司").build())).when(merge(Map.of()))
                .expectEvents(new Absorbed(OTHER, List.of(OTHER), NO_VALUES));
    }

    @Test
    void whoeverWasPartOfTheOtherIsPartOfThisOne() {
        others.put(OTHER, others.stateOf(OTHER).with(
                Merges.NONE.with(new Absorption(THIRD, List.of(THIRD), NO_VALUES, Set.of()))));
        fixture.given(registered(facts().name("华为公司").build())).when(merge(Map.of()))
                .expectEvents(new Absorbed(OTHER, List.of(OTHER, THIRD), NO_VALUES));
    }

    @Test
    void aCustomerIsNotMergedWithItselfNorWithNobody() {
        var registered = registered(facts().name("华为公司").build());
        refused(fixture.given(registered).when(new Merge(ID, null, ID, Map.of())),
                Refusal.Kind.INVALID, "from", "merge-with-itself");
        prepare();
        refused(fixture.given(registered).when(new Merge(ID, null, null, Map.of())),
                Refusal.Kind.INVALID, "from", "required");
        prepare();
        refused(fixture.given(registered).when(new Merge(ID, null, THIRD, Map.of())),
                Refusal.Kind.INVALID, "from", "customer-unknown");
        prepare();
        refused(fixture.given(registered).when(new Merge(ID, null, "华为", Map.of())),
                Refusal.Kind.INVALID, "from", "id-malformed");
    }

    @Test
    void archivedCustomersAreNotMerged() {
        refused(fixture.given(registered(facts().name("华为公司").build()), new Archived()).when(merge(Map.of())),
                Refusal.Kind.CONFLICT, "", "customer-archived");
        prepare();
        others.put(OTHER, state(facts().name("华为").build(), true));
        refused(fixture.given(registered(facts().name("华为公司").build())).when(merge(Map.of())),
                Refusal.Kind.CONFLICT, "from", "merge-archived");
    }

    @Test
    void whatWaitsForApprovalIsNotMerged() {
        refused(fixture.given(registered(facts().name("华为公司").build()), new ReviewRequested("zhangsan", "Fair"))
                .when(merge(Map.of())), Refusal.Kind.CONFLICT, "", "merge-in-review");
        prepare();
        others.put(OTHER, others.stateOf(OTHER).reviewed(Review.requested(null, "zhangsan")));
        refused(fixture.given(registered(facts().name("华为公司").build())).when(merge(Map.of())),
                Refusal.Kind.CONFLICT, "from", "merge-in-review");
    }

    @Test
    void noCustomerIsMergedTwiceAndMergesMakeNoCircle() {
        others.record(OTHER, new MergedInto(THIRD));
        refused(fixture.given(registered(facts().name("华为公司").build())).when(merge(Map.of())),
                Refusal.Kind.CONFLICT, "from", "merge-merged-before");
        prepare();
        refused(fixture.given(registered(facts().name("华为公司").build()), new MergedInto(OTHER)).when(merge(Map.of())),
                Refusal.Kind.GONE, "", "customer-merged");
    }

    @Test
    void choicesAreOfFieldsThatThereAre() {
        ResultValidator<Customer> result = fixture.given(registered(facts().name("华为公司").build()))
                .when(merge(Map.of("number", "from", "custom.shoes", "from", "phone", "both", "tags", "all")));
        assertThat(refusal(result).errors()).extracting(FieldError::field, FieldError::code).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple("take.number", "merge-field-unknown"),
                org.assertj.core.groups.Tuple.tuple("take.custom.shoes", "merge-field-unknown"),
                org.assertj.core.groups.Tuple.tuple("take.phone", "merge-choice-of-lists"),
                org.assertj.core.groups.Tuple.tuple("take.tags", "merge-choice-unknown"));
        assertThat(others.recorded()).isEmpty();
    }

    @Test
    void bothListsTogetherKeepTheirLimit() {
        others.put(OTHER, state(facts().name("华为").tags(labels("x")).build(), false));
        refused(fixture.given(registered(facts().name("华为公司").tags(labels("y")).build()))
                .when(merge(Map.of("tags", "both"))), Refusal.Kind.INVALID, "tags", "too-many");
        assertThat(others.recorded()).isEmpty();
    }

    @Test
    void aMergedCustomerRefusesEveryCommandAndNamesItsSuccessor() {
        var merged = List.of(registered(facts().name("华为公司").build()), new MergedInto(OTHER));
        for (CustomerCommand command : List.of(new Restore(ID, null),
                new Change(ID, null, List.of(new ChangeFacts("7", new Patch<>(NOTHING, Set.of())))),
                new CustomerCommand.Archive(ID, null, "weg"), merge(Map.of()), new Unmerge(ID, null, OTHER))) {
            prepare();
            Refusal refusal = refusal(fixture.given(merged).when(command));
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.GONE);
            assertThat(refusal.members()).containsExactly(Map.entry("mergedInto", OTHER));
        }
    }

    @Test
    void partingPutsBackWhatNobodyHasChangedSince() {
        others.record(OTHER, new MergedInto(ID));
        fixture.given(registered(facts().name("华为公司").fax("95533").build()),
                        new Absorbed(OTHER, List.of(OTHER), new ChangedValues(facts().phone("95588").email("a@b.com")
                                .build(), Set.of("fax"), null, CLOSED_WON, null)),
                        new FactsChanged(null, facts().email("c@d.com").city("深圳").build(), Set.of()))
                .when(new Unmerge(ID, null, OTHER))
                .expectEvents(new Released(OTHER, List.of(OTHER), new ChangedValues(facts().fax("95533").build(),
                        Set.of("phone"), null, POTENTIAL, null), Set.of("city", "email")));
        assertThat(others.recorded()).endsWith(new UnmergedFrom(ID));
        assertThat(others.stateOf(OTHER).merges()).isEqualTo(Merges.NONE);
    }

    @Test
    void partingTheEarlierOfTwoLeavesWhatTheLaterGave() {
        others.put(THIRD, state(facts().name("华为").build(), false));
        fixture.given(registered(facts().name("华为公司").phone("1").build()),
                        new Absorbed(OTHER, List.of(OTHER), values(facts().phone("2").build())),
                        new Absorbed(THIRD, List.of(THIRD), values(facts().phone("3").build())),
                        new Released(OTHER, List.of(OTHER), NO_VALUES, Set.of("phone")))
                .when(new Unmerge(ID, null, THIRD))
                .expectEvents(new Released(THIRD, List.of(THIRD), values(facts().phone("1").build()), Set.of()));
    }

    @Test
    void whoLooksAlikeIsToldApartOnceAndThatCanBeTakenBack() {
        var registered = registered(facts().name("华为公司").build());
        fixture.given(registered).when(new TellApart(ID, null, OTHER, true))
                .expectEvents(new ToldApart(OTHER, true));
        prepare();
        fixture.given(registered, new ToldApart(OTHER, true)).when(new TellApart(ID, null, OTHER, true))
                .expectNoEvents();
        prepare();
        fixture.given(registered, new ToldApart(OTHER, true)).when(new TellApart(ID, null, OTHER, false))
                .expectEvents(new ToldApart(OTHER, false));
        prepare();
        refused(fixture.given(registered).when(new TellApart(ID, null, THIRD, true)),
                Refusal.Kind.INVALID, "from", "customer-unknown");
        prepare();
        refused(fixture.given(registered).when(new TellApart(ID, null, ID, true)),
                Refusal.Kind.INVALID, "from", "merge-with-itself");
    }

    @Test
    void onlyWhoIsPartOfACustomerCanBeParted() {
        refused(fixture.given(registered(facts().name("华为公司").build())).when(new Unmerge(ID, null, OTHER)),
                Refusal.Kind.CONFLICT, "from", "unmerge-not-merged");
    }

    private static ChangedValues values(CustomerFacts facts) {
        return new ChangedValues(facts, Set.of(), null, null, null);
    }

    private static String[] labels(String prefix) {
        return IntStream.range(0, 60).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    private static Merge merge(Map<String, String> take) {
        return new Merge(ID, null, OTHER, take);
    }

    private static Registered registered(CustomerFacts facts) {
        return new Registered(ID, "001", facts, POTENTIAL, null, null);
    }

    private static CustomerState state(CustomerFacts facts, boolean archived) {
        return Customer.evolve(null, new Registered(OTHER, "002", facts, CLOSED_WON, "lisi", "/north"))
                .closed(true).archived(archived);
    }

    private static void refused(ResultValidator<Customer> result, Refusal.Kind kind, String field, String code) {
        Refusal refusal = refusal(result);
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.errors()).singleElement().extracting(FieldError::field, FieldError::code)
                .containsExactly(field, code);
    }

    private static Refusal refusal(ResultValidator<Customer> result) {
        var caught = new Refusal[1];
        result.expectNoEvents().expectException(new CustomMatcher<Throwable>("a refusal") {
            @Override
            public boolean matches(Object thrown) {
                caught[0] = thrown instanceof Refusal refusal ? refusal : null;
                return caught[0] != null;
            }
        });
        return caught[0];
    }
}
