package io.rapport.customer.domain.customers;

import io.rapport.contracts.Money;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.CustomerCommand.Archive;
import io.rapport.customer.domain.customers.CustomerCommand.Change;
import io.rapport.customer.domain.customers.CustomerCommand.Part;
import io.rapport.customer.domain.customers.CustomerCommand.Part.AssignOwner;
import io.rapport.customer.domain.customers.CustomerCommand.Part.ChangeFacts;
import io.rapport.customer.domain.customers.CustomerCommand.Part.ChangeStatus;
import io.rapport.customer.domain.customers.CustomerCommand.Register;
import io.rapport.customer.domain.customers.CustomerCommand.Restore;
import io.rapport.customer.domain.customers.CustomerEvent.ActivityClosed;
import io.rapport.customer.domain.customers.CustomerEvent.ActivityReopened;
import io.rapport.customer.domain.customers.CustomerEvent.Archived;
import io.rapport.customer.domain.customers.CustomerEvent.FactsChanged;
import io.rapport.customer.domain.customers.CustomerEvent.OwnerAssigned;
import io.rapport.customer.domain.customers.CustomerEvent.Registered;
import io.rapport.customer.domain.customers.CustomerEvent.Restored;
import io.rapport.customer.domain.customers.CustomerEvent.StatusChanged;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import static io.rapport.customer.domain.customers.CustomerFactsBuilder.facts;
import static io.rapport.customer.domain.customers.SalesStatus.FOLLOWING_UP;
import static io.rapport.customer.domain.customers.SalesStatus.POTENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

class CustomerTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000001";
    private static final Patch<Assignment> SAME_OWNER = new Patch<>(Assignment.NOBODY, Set.of());

    private final ReservedNumbers numbers = new ReservedNumbers();
    private AggregateTestFixture<Customer> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Customer.class);
        fixture.registerInjectableResource(numbers);
        fixture.registerInjectableResource(CustomerSettings.shipped());
        fixture.registerInjectableResource((ReviewRules) () -> ReviewRule.NONE);
    }

    // --- register

    @Test
    void aNameIsEnoughToRegister() {
        when(register(null, facts().name("华为公司").build()))
                .expectEvents(new Registered(ID, "000001", defaults().name("华为公司").build(), POTENTIAL, null, null));
    }

    @Test
    void aNumberGivenKeepsItsLeadingZeros() {
        when(register("001", facts().name("华为公司").build()))
                .expectEvents(new Registered(ID, "001", defaults().name("华为公司").build(), POTENTIAL, null, null));
    }

    @Test
    void theNumberOfAnotherCustomerIsRefused() {
        numbers.reserve("001", "another");
        refused(when(register("001", facts().name("华为公司").build())), Refusal.Kind.CONFLICT, "number", "number-taken");
    }

    @Test
    void theGivenNumberSkipsThoseTaken() {
        numbers.reserve("000001", "another");
        when(register(null, facts().name("华为公司").build())).expectEvents(
                new Registered(ID, "000002", defaults().name("华为公司").build(), POTENTIAL, null, null));
    }

    @Test
    void whatWasTypedIsTidied() {
        var typed = facts().name(" 华为公司 ").email(" a@huawei.com ").industry(" ").tags("VIP", " VIP", "").build();
        when(register("1", typed)).expectEvents(new Registered(ID, "1",
                defaults().name("华为公司").email("a@huawei.com").tags("VIP").build(), POTENTIAL, null, null));
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        var command = new Register(ID, "A1", facts().phone("123456").email("nobody").type("BIG").build(), "HOT",
                new Assignment("zhang\u0000san", "east"));
        assertThat(refusal(when(command)).errors()).extracting(FieldError::field, FieldError::code)
                .containsExactlyInAnyOrder(
                tuple("name", "required"), tuple("type", "choice-unknown"), tuple("phone", "phone-invalid"),
                tuple("email", "email-invalid"), tuple("number", "number-not-digits"),
                tuple("salesStatus", "choice-unknown"), tuple("owner", "control-character"),
                tuple("team", "team-invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12a", "-1", "１２", "123456789012345678901", "1 2"})
    void aNumberIsDigits(String number) {
        refused(when(register(number, facts().name("华为公司").build())), Refusal.Kind.INVALID, "number",
                "number-not-digits");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aCustomerHasAName(String name) {
        refused(when(register("1", facts().name(name).build())), Refusal.Kind.INVALID, "name", "required");
    }

    @Test
    void amountsDatesTextsAndLabelsKeepTheirLimits() {
        refusedFacts(facts().annualRevenue(money("-0.01")), "annualRevenue.amount", "amount-negative");
        refusedFacts(facts().annualRevenue(money("1234567890123456789")),
                "annualRevenue.amount", "amount-out-of-range");
        refusedFacts(facts().founded(LocalDate.of(10_000, 1, 1)), "founded", "date-out-of-range");
        refusedFacts(facts().industry("x".repeat(101)), "industry", "too-long");
        refusedFacts(facts().needs("a\u0007"), "needs", "control-character");
        refusedFacts(facts().region("\uD800"), "region", "text-malformed");
        refusedFacts(facts().address("x".repeat(501), null), "address.registered", "too-long");
        refusedFacts(facts().website("javascript:alert(1)"), "website", "website-invalid");
        refusedFacts(facts().fax("fax"), "fax", "phone-invalid");
        refusedFacts(facts().level("HIGH"), "level", "choice-unknown");
        refusedFacts(facts().tags("x".repeat(51)), "tags[0]", "too-long");
    }

    // --- change

    @Test
    void onlyWhatIsDifferentIsRecorded() {
        var patch = new Patch<>(facts().name("华为公司").phone("95588").build(), Set.of("email", "fax"));
        whenRegistered(defaults().name("华为公司").email("a@huawei.com").build())
                .when(change(new ChangeFacts("001", patch)))
                .expectEvents(new FactsChanged(null, facts().phone("95588").build(), Set.of("email")));
    }

    @Test
    void aChangeToTheSameIsNoEvent() {
        var patch = new Patch<>(facts().name("华为公司").build(), Set.of("email"));
        whenRegistered(defaults().name("华为公司").build())
                .when(change(new ChangeFacts(null, patch), new AssignOwner(SAME_OWNER), new ChangeStatus("POTENTIAL"),
                        new Part.ReopenActivity()))
                .expectNoEvents();
    }

    @Test
    void oneRequestMayChangeSeveralThings() {
        whenRegistered(defaults().name("华为公司").build())
                .when(change(new ChangeFacts("7", new Patch<>(facts().city("深圳").build(), Set.of())),
                        assign("zhangsan", "/east/shanghai"), new ChangeStatus("FOLLOWING_UP"),
                        new Part.CloseActivity()))
                .expectEvents(new FactsChanged("7", facts().city("深圳").build(), Set.of()),
                        new OwnerAssigned("zhangsan", "/east/shanghai"), new StatusChanged(POTENTIAL, FOLLOWING_UP),
                        new ActivityClosed());
    }

    @Test
    void oneRefusedPartRefusesTheWholeRequest() {
        refused(whenRegistered(defaults().name("华为公司").build())
                .when(change(new ChangeFacts("7", new Patch<>(facts().city("深圳").build(), Set.of())),
                        new ChangeStatus("HOT"))), Refusal.Kind.INVALID, "salesStatus", "choice-unknown");
        assertThat(numbers.isFree("7")).isTrue();
    }

    @Test
    void anotherNumberFreesTheFormer() {
        numbers.reserve("001", ID);
        whenRegistered(defaults().name("华为公司").build()).when(change(new ChangeFacts("002", nothing())))
                .expectEvents(new FactsChanged("002", facts().build(), Set.of()));
        assertThat(numbers.isFree("001")).isTrue();
        assertThat(numbers.isFree("002")).isFalse();
    }

    @Test
    void theNumberOfAnotherCustomerIsNotTakenOver() {
        numbers.reserve("002", "another");
        refused(whenRegistered(defaults().name("华为公司").build()).when(change(new ChangeFacts("002", nothing()))),
                Refusal.Kind.CONFLICT, "number", "number-taken");
    }

    @Test
    void theNameCannotBeCleared() {
        refused(whenRegistered(defaults().name("华为公司").build())
                .when(change(new ChangeFacts(null, new Patch<>(facts().build(), Set.of("name"))))),
                Refusal.Kind.INVALID, "name", "required");
    }

    @Test
    void clearingTypeOrLevelSetsItBack() {
        whenRegistered(facts().name("华为公司").type("VIP").level("NORMAL").build())
                .when(change(new ChangeFacts(null, new Patch<>(facts().build(), Set.of("type", "level")))))
                .expectEvents(new FactsChanged(null, facts().type("POTENTIAL").build(), Set.of()));
    }

    @Test
    void aPartOfTheAddressChangesAlone() {
        whenRegistered(defaults().name("华为公司").address("深圳", "东莞").build())
                .when(change(new ChangeFacts(null, new Patch<>(facts().build(), Set.of("address.delivery")))))
                .expectEvents(new FactsChanged(null, facts().address("深圳", null).build(), Set.of()));
    }

    @Test
    void aNewOwnerDoesNotInheritTheTeam() {
        fixture.given(registered(defaults().name("华为公司").build()), new OwnerAssigned("zhangsan", "/east/shanghai"))
                .when(change(assign("lisi", null)))
                .expectEvents(new OwnerAssigned("lisi", null));
    }

    @Test
    void anOwnerCanBeTakenAway() {
        fixture.given(registered(defaults().name("华为公司").build()), new OwnerAssigned("zhangsan", "/east/shanghai"))
                .when(change(new AssignOwner(new Patch<>(Assignment.NOBODY, Set.of("owner")))))
                .expectEvents(new OwnerAssigned(null, null));
    }

    @Test
    void activityIsClosedAndReopenedByHand() {
        fixture.given(registered(defaults().name("华为公司").build()), new ActivityClosed())
                .when(change(new Part.ReopenActivity())).expectEvents(new ActivityReopened());
        prepare();
        fixture.given(registered(defaults().name("华为公司").build()), new ActivityClosed())
                .when(change(new Part.CloseActivity())).expectNoEvents();
    }

    // --- archive and restore

    @Test
    void archivingAsksForAReason() {
        whenRegistered(defaults().name("华为公司").build()).when(new Archive(ID, null, "重复")).expectEvents(new Archived());
    }

    @ParameterizedTest
    @NullSource
    @CsvSource({"''", "' '"})
    void archivingWithoutAReasonIsRefused(String reason) {
        refused(whenRegistered(defaults().name("华为公司").build()).when(new Archive(ID, null, reason)),
                Refusal.Kind.INVALID, "reason", "required");
    }

    @Test
    void anArchivedCustomerDoesNotChangeButCanBeRestored() {
        var registered = registered(defaults().name("华为公司").build());
        refused(fixture.given(registered, new Archived()).when(change(new Part.CloseActivity())),
                Refusal.Kind.CONFLICT, "", "customer-archived");
        prepare();
        fixture.given(registered, new Archived()).when(new Restore(ID, null)).expectEvents(new Restored());
        prepare();
        fixture.given(registered, new Archived()).when(new Archive(ID, null, "again")).expectNoEvents();
        prepare();
        fixture.given(registered).when(new Restore(ID, null)).expectNoEvents();
    }

    @Test
    void aRestoredCustomerChangesAgain() {
        fixture.given(registered(defaults().name("华为公司").build()), new Archived(), new Restored())
                .when(change(new ChangeStatus("FOLLOWING_UP")))
                .expectEvents(new StatusChanged(POTENTIAL, FOLLOWING_UP));
    }

    private ResultValidator<Customer> when(Register command) {
        return fixture.givenNoPriorActivity().when(command);
    }

    private TestExecutor<Customer> whenRegistered(CustomerFacts facts) {
        return fixture.given(registered(facts));
    }

    private void refusedFacts(CustomerFactsBuilder facts, String field, String code) {
        prepare();
        refused(when(register("1", facts.name("华为公司").build())), Refusal.Kind.INVALID, field, code);
    }

    private static void refused(ResultValidator<Customer> result, Refusal.Kind kind, String field, String code) {
        Refusal refusal = refusal(result);
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.errors()).singleElement().extracting(FieldError::field, FieldError::code)
                .containsExactly(field, code);
    }

    private static Refusal refusal(ResultValidator<Customer> result) {
        var caught = new Refusal[1];
        result.expectNoEvents().expectException(new org.hamcrest.CustomMatcher<Throwable>("a refusal") {
            @Override
            public boolean matches(Object thrown) {
                caught[0] = thrown instanceof Refusal refusal ? refusal : null;
                return caught[0] != null;
            }
        });
        return caught[0];
    }

    private static Register register(String number, CustomerFacts facts) {
        return new Register(ID, number, facts, null, Assignment.NOBODY);
    }

    private static Change change(Part... parts) {
        return new Change(ID, null, List.of(parts));
    }

    private static AssignOwner assign(String owner, String team) {
        return new AssignOwner(new Patch<>(new Assignment(owner, team), Set.of()));
    }

    private static Patch<CustomerFacts> nothing() {
        return new Patch<>(facts().build(), Set.of());
    }

    private static Registered registered(CustomerFacts facts) {
        return new Registered(ID, "001", facts, POTENTIAL, null, null);
    }

    private static CustomerFactsBuilder defaults() {
        return facts().type("POTENTIAL").level("NORMAL");
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
