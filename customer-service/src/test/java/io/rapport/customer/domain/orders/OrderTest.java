package io.rapport.customer.domain.orders;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.CustomerReferences;
import io.rapport.customer.domain.orders.OrderCommand.Archive;
import io.rapport.customer.domain.orders.OrderCommand.Cancel;
import io.rapport.customer.domain.orders.OrderCommand.Change;
import io.rapport.customer.domain.orders.OrderCommand.Part;
import io.rapport.customer.domain.orders.OrderCommand.Place;
import io.rapport.customer.domain.orders.OrderCommand.Reinstate;
import io.rapport.customer.domain.orders.OrderCommand.Restore;
import io.rapport.customer.domain.orders.OrderEvent.Archived;
import io.rapport.customer.domain.orders.OrderEvent.Cancelled;
import io.rapport.customer.domain.orders.OrderEvent.FactsChanged;
import io.rapport.customer.domain.orders.OrderEvent.OwnerAssigned;
import io.rapport.customer.domain.orders.OrderEvent.Placed;
import io.rapport.customer.domain.orders.OrderEvent.Reinstated;
import io.rapport.customer.domain.orders.OrderEvent.Restored;
import io.rapport.customfields.CustomFields;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class OrderTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000003";
    private static final String CUSTOMER = "0198c0de-0000-7000-8000-000000000001";
    private static final String OPPORTUNITY = "0198c0de-0000-7000-8000-000000000002";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final InMemoryNumbers numbers = new InMemoryNumbers();
    private AggregateTestFixture<Order> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Order.class);
        fixture.registerInjectableResource(numbers);
        fixture.registerInjectableResource((OpportunityReferences) (opportunity, customer) ->
                !OPPORTUNITY.equals(opportunity) ? OpportunityReferences.Standing.UNKNOWN
                        : CUSTOMER.equals(customer) ? OpportunityReferences.Standing.OF_THE_CUSTOMER
                        : OpportunityReferences.Standing.OF_ANOTHER);
        fixture.registerInjectableResource(new OneCustomer());
        fixture.registerInjectableResource((OrderFields) () -> CustomFields.NONE);
    }

    // --- place

    @Test
    void customerDayAndAmountAreEnough() {
        when(place(null, amount("1200.5"))).expectEvents(placed("000001", amount("1200.50")));
    }

    @Test
    void linesSayWhatTheyCost() {
        when(place("SO-1", lines(line("服务器", "2", "12500", null), line("维护", "2.5", "399.99", null),
                line("折扣", null, null, "-500")))).expectEvents(placed("SO-1", facts(List.of(
                line("服务器", "2", "12500.00", "25000.00"), line("维护", "2.5", "399.99", "999.98"),
                line("折扣", null, null, "-500.00")), money("25499.98"))));
    }

    @Test
    void twoEqualLinesAreTwo() {
        when(place("1", lines(line("a", "1", "5", null), line("a", "1", "5", null)))).expectEvents(placed("1", facts(
                List.of(line("a", "1", "5.00", "5.00"), line("a", "1", "5.00", "5.00")), money("10.00"))));
    }

    @Test
    void aTotalThatContradictsTheLinesIsRefusedNamingBoth() {
        refused(when(place("1", facts(List.of(line("a", "3", "0.1", null)), money("0.31")))), Refusal.Kind.INVALID,
                tuple("amount", "order-amount-differs"), tuple("lines", "order-amount-differs"));
    }

    @Test
    void aLineThatContradictsItselfIsRefused() {
        refused(when(place("1", lines(line("a", "3", "0.1", "0.30"), line("b", "3", "0.1", "0.31")))),
                Refusal.Kind.INVALID, tuple("lines[1].amount", "line-amount-differs"));
    }

    @Test
    void aLineMayKeepTheDigitsOfItsProductOrRoundThem() {
        when(place("1", lines(line("a", "3", "0.333", "0.999"), line("a", "3", "0.333", "1"))))
                .expectEvents(placed("1", facts(List.of(line("a", "3", "0.333", "0.999"),
                        line("a", "3", "0.333", "1.00")), money("1.999"))));
    }

    @Test
    void anOrderHasOneCurrency() {
        refused(when(place("1", facts(List.of(line("a", "1", "5", null),
                        new OrderLine("b", null, null, new Money(BigDecimal.ONE, "USD"))), null))),
                Refusal.Kind.INVALID, tuple("lines[1].amount.currency", "currency-differs"));
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        OrderFacts wrong = new OrderFacts("x", null, null, null, List.of(line(" ", "0", "1", null)), null, "\u0000",
                CustomValues.of("nothing", "x"));
        refused(when(new Place(ID, "A 1", wrong, new Assignment(null, "east"))), Refusal.Kind.INVALID,
                tuple("orderedAt", "required"), tuple("customerId", "id-malformed"), tuple("note", "control-character"),
                tuple("lines[0].product", "required"), tuple("number", "order-number-invalid"),
                tuple("custom.nothing", "custom-field-unknown"), tuple("team", "team-invalid"),
                tuple("lines[0].quantity", "quantity-out-of-range"));
        prepare();
        refused(when(place("1", facts(List.of(line("a", null, "1", null)), null))), Refusal.Kind.INVALID,
                tuple("lines[0].amount", "line-amount-missing"));
        prepare();
        refused(when(place("1", facts(null, null))), Refusal.Kind.INVALID, tuple("amount", "required"));
        prepare();
        refused(when(place("1", amount("-1"))), Refusal.Kind.INVALID, tuple("amount.amount", "amount-negative"));
        prepare();
        refused(when(place("1", lines(line("折扣", null, null, "-1")))), Refusal.Kind.INVALID,
                tuple("amount.amount", "amount-negative"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400000000", "1e-400000000", "1000000000000", "0.0000001", "-1"})
    void aQuantityBeyondItsBoundsIsRefused(String quantity) {
        refused(when(place("1", facts(List.of(new OrderLine("a", new BigDecimal(quantity), money("1"), null)), null))),
                Refusal.Kind.INVALID, tuple("lines[0].quantity", "quantity-out-of-range"));
    }

    @Test
    void whatItRefersToExists() {
        refused(when(place("1", new OrderFacts("0198c0de-0000-7000-8000-00000000000a",
                        "0198c0de-0000-7000-8000-00000000000b", null, DAY, null, money("1"), null, null))),
                Refusal.Kind.INVALID, tuple("customerId", "customer-unknown"),
                tuple("opportunityId", "opportunity-unknown"));
        assertThat(numbers.owners).isEmpty();
    }

    @Test
    void aNumberBelongsToOneOrderWhateverItsCase() {
        numbers.reserve("so-1", "another");
        refused(when(place("SO-1", amount("1"))), Refusal.Kind.CONFLICT, tuple("number", "order-number-taken"));
    }

    // --- change

    @Test
    void newLinesChangeTheAmount() {
        givenLines().when(change(lines(line("a", "3", "5.00", null)))).expectEvents(new FactsChanged(null,
                new OrderFacts(null, null, null, null, List.of(line("a", "3", "5.00", "15.00")), money("15.00"), null,
                        null),
                Set.of()));
    }

    @Test
    void anAmountAloneMustAgreeWithTheLines() {
        refused(givenLines().when(change(facts(null, money("11")))), Refusal.Kind.INVALID,
                tuple("amount", "order-amount-differs"), tuple("lines", "order-amount-differs"));
        prepare();
        givenLines().when(change(facts(null, money("10")))).expectNoEvents();
    }

    @Test
    void theSameInOtherDigitsIsNoChange() {
        givenLines().when(change(lines(line(" a ", "2.0", "5.0", "10")))).expectNoEvents();
    }

    @Test
    void withoutLinesTheAmountStaysAndWithLinesItCannotBeTakenAway() {
        givenLines().when(clear("lines"))
                .expectEvents(new FactsChanged(null, OrderFacts.SHEET.empty(), Set.of("lines")));
        prepare();
        givenLines().when(clear("amount")).expectNoEvents();
        prepare();
        fixture.given(placed("1", amount("1.00"))).when(clear("amount"))
                .expectException(io.rapport.testing.RefusalMatcher.refusedFor(FieldError.of("amount", "required")));
        prepare();
        refused(givenLines().when(clear("customerId", "orderedAt")), Refusal.Kind.INVALID,
                tuple("customerId", "required"), tuple("orderedAt", "required"));
    }

    @Test
    void anotherNumberFreesTheFormer() {
        numbers.reserve("1", ID);
        fixture.given(placed("1", amount("1.00"))).when(renumber("SO-1"))
                .expectEvents(new FactsChanged("SO-1", OrderFacts.SHEET.empty(), Set.of()));
        assertThat(numbers.owners).containsOnlyKeys("SO-1");
        prepare();
        fixture.given(placed("SO-1", amount("1.00"))).when(renumber("so-1")).expectSuccessfulHandlerExecution();
        assertThat(numbers.owners).containsOnlyKeys("SO-1");
    }

    @Test
    void aNewOwnerDoesNotInheritTheTeam() {
        fixture.given(placed("1", amount("1.00")), new OwnerAssigned("zhangsan", "/east"))
                .when(new Change(ID, null, List.of(
                        new Part.AssignOwner(new Patch<>(new Assignment("lisi", null), Set.of())))))
                .expectEvents(new OwnerAssigned("lisi", null));
    }

    // --- cancel, archive and back

    @Test
    void cancellingAsksForAReasonAndCanBeTakenBack() {
        refused(givenLines().when(new Cancel(ID, null, " ")), Refusal.Kind.INVALID, tuple("reason", "required"));
        prepare();
        givenLines().when(new Cancel(ID, null, "退货")).expectEvents(new Cancelled());
        prepare();
        givenLines(new Cancelled()).when(new Cancel(ID, null, "退货")).expectNoEvents();
        prepare();
        givenLines(new Cancelled()).when(new Reinstate(ID, null)).expectEvents(new Reinstated());
        prepare();
        givenLines(new Cancelled(), new Reinstated()).when(new Reinstate(ID, null)).expectNoEvents();
    }

    @Test
    void aCancelledOrderChangesOnlyItsOwner() {
        refused(givenLines(new Cancelled()).when(change(amount("10"))), Refusal.Kind.CONFLICT,
                tuple("", "order-cancelled"));
        prepare();
        givenLines(new Cancelled()).when(new Change(ID, null, List.of(
                new Part.AssignOwner(new Patch<>(new Assignment("lisi", null), Set.of())))))
                .expectEvents(new OwnerAssigned("lisi", null));
    }

    @Test
    void anArchivedOrderDoesNothingButComeBack() {
        refused(givenLines().when(new Archive(ID, null, null)), Refusal.Kind.INVALID, tuple("reason", "required"));
        prepare();
        givenLines().when(new Archive(ID, null, "重复")).expectEvents(new Archived());
        for (Object command : List.of(change(amount("10")), new Cancel(ID, null, "x"), new Reinstate(ID, null))) {
            prepare();
            refused(givenLines(new Archived()).when(command), Refusal.Kind.CONFLICT, tuple("", "order-archived"));
        }
        prepare();
        givenLines(new Archived()).when(new Restore(ID, null)).expectEvents(new Restored());
        prepare();
        givenLines().when(new Restore(ID, null)).expectNoEvents();
    }

    @Test
    void aSnapshotHoldsTheFullState() {
        JsonMapper json = StoredJson.mapper();
        Order order = new Order();
        order.on(new Placed(ID, "SO-1", new OrderFacts(CUSTOMER, OPPORTUNITY, "c", DAY,
                List.of(line("a", "2", "5.00", "10.00")), money("10.00"), "n",
                CustomValues.of("channel", "ONLINE")), "zhangsan", "/east"));
        order.on(new Cancelled());
        order.on(new Archived());
        Order read = json.readValue(json.writeValueAsBytes(order), Order.class);
        assertThat(read).usingRecursiveComparison().isEqualTo(order);
        assertThat(read).hasNoNullFieldsOrProperties();
        assertThat(read).extracting("state.facts").satisfies(facts -> assertThat(facts).hasNoNullFieldsOrProperties());
        assertThat(read).extracting("state.cancelled", "state.archived").containsExactly(true, true);
    }

    private ResultValidator<Order> when(Place command) {
        return fixture.givenNoPriorActivity().when(command);
    }

    private org.axonframework.test.aggregate.TestExecutor<Order> givenLines(OrderEvent... more) {
        var first = placed("1", facts(List.of(line("a", "2", "5.00", "10.00")), money("10.00")));
        return fixture.given(first).andGiven((Object[]) more);
    }

    private static void refused(ResultValidator<Order> result, Refusal.Kind kind,
                                org.assertj.core.groups.Tuple... reasons) {
        var caught = new Refusal[1];
        result.expectNoEvents().expectException(new org.hamcrest.CustomMatcher<Throwable>("a refusal") {
            @Override
            public boolean matches(Object thrown) {
                caught[0] = thrown instanceof Refusal refusal ? refusal : null;
                return caught[0] != null;
            }
        });
        assertThat(caught[0].kind()).isEqualTo(kind);
        assertThat(caught[0].errors()).extracting(FieldError::field, FieldError::code)
                .containsExactlyInAnyOrder(reasons);
    }

    private static Place place(String number, OrderFacts facts) {
        return new Place(ID, number, facts, Assignment.NOBODY);
    }

    private static Placed placed(String number, OrderFacts facts) {
        return new Placed(ID, number, facts, null, null);
    }

    private static Change change(OrderFacts changed) {
        return new Change(ID, null, List.of(new Part.ChangeFacts(null, new Patch<>(
                new OrderFacts(null, null, null, null, changed.lines(), changed.amount(), null, null), Set.of()))));
    }

    private static Change clear(String... fields) {
        return new Change(ID, null,
                List.of(new Part.ChangeFacts(null, new Patch<>(OrderFacts.SHEET.empty(), Set.of(fields)))));
    }

    private static Change renumber(String number) {
        return new Change(ID, null,
                List.of(new Part.ChangeFacts(number, new Patch<>(OrderFacts.SHEET.empty(), Set.of()))));
    }

    private static OrderFacts amount(String amount) {
        return facts(null, money(amount));
    }

    private static OrderFacts lines(OrderLine... lines) {
        return facts(List.of(lines), null);
    }

    private static OrderFacts facts(List<OrderLine> lines, Money amount) {
        return new OrderFacts(CUSTOMER, null, null, DAY, lines, amount, null, null);
    }

    private static OrderLine line(String product, String quantity, String unitPrice, String amount) {
        return new OrderLine(product, quantity == null ? null : new BigDecimal(quantity), money(unitPrice),
                money(amount));
    }

    private static Money money(String amount) {
        return amount == null ? null : new Money(new BigDecimal(amount), "CNY");
    }

    private static final class OneCustomer implements CustomerReferences {

        @Override
        public Standing of(String customerId) {
            return customerId.equals(CUSTOMER) ? Standing.IN_USE : Standing.UNKNOWN;
        }

        @Override
        public void prepare(Collection<String> customerIds) {
        }
    }

    /** Order numbers as the store keeps them, in memory. */
    private static final class InMemoryNumbers implements OrderNumbers {

        private final Map<String, String> owners = new HashMap<>();

        @Override
        public String next(String orderId) {
            reserve("000001", orderId);
            return "000001";
        }

        @Override
        public boolean reserve(String number, String orderId) {
            return orderId.equals(owners.computeIfAbsent(number.toUpperCase(), _ -> orderId));
        }

        @Override
        public void release(String number, String orderId) {
            owners.remove(number.toUpperCase(), orderId);
        }
    }
}
