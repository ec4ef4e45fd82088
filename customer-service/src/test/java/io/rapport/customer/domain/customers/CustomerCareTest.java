package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.CustomerCommand.Change;
import io.rapport.customer.domain.customers.CustomerCommand.Confirm;
import io.rapport.customer.domain.customers.CustomerCommand.Part.OverrideLifecycle;
import io.rapport.customer.domain.customers.CustomerEvent.Archived;
import io.rapport.customer.domain.customers.CustomerEvent.LifecycleOverridden;
import io.rapport.customer.domain.customers.CustomerEvent.ProfileConfirmed;
import io.rapport.customer.domain.customers.CustomerEvent.Registered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;

import static io.rapport.customer.domain.customers.CustomerFactsBuilder.facts;
import static io.rapport.customer.domain.customers.LifecycleStage.CHURNED;
import static io.rapport.customer.domain.customers.LifecycleStage.RETENTION;

/** The lifecycle stage set by hand, and the profile looked through. */
class CustomerCareTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000001";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Registered REGISTERED = new Registered(ID, "001",
            facts().name("华为公司").type("POTENTIAL").level("NORMAL").build(), SalesStatus.POTENTIAL, null, null);

    private AggregateTestFixture<Customer> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Customer.class);
        fixture.registerInjectableResource(new ReservedNumbers());
        fixture.registerInjectableResource(CustomerSettings.shipped());
        fixture.registerInjectableResource((ReviewRules) () -> ReviewRule.NONE);
    }

    @Test
    void theLifecycleStageIsOverriddenWithAReason() {
        fixture.given(REGISTERED).when(override("CHURNED", "公司已注销")).expectEvents(new LifecycleOverridden(CHURNED));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void overridingWithoutAReasonIsRefused(String reason) {
        refused(fixture.given(REGISTERED).when(override("CHURNED", reason)), Refusal.Kind.INVALID, "reason:required");
    }

    @Test
    void onlyAKnownStageOverrides() {
        refused(fixture.given(REGISTERED).when(override("DEAD", "x")), Refusal.Kind.INVALID,
                "lifecycleStage:choice-unknown");
    }

    @Test
    void theStageIsDerivedAgainWithoutAReason() {
        fixture.given(REGISTERED, new LifecycleOverridden(CHURNED)).when(override(null, null))
                .expectEvents(new LifecycleOverridden(null));
    }

    @Test
    void theSameStageAgainIsNoEvent() {
        fixture.given(REGISTERED, new LifecycleOverridden(RETENTION)).when(override("RETENTION", "x")).expectNoEvents();
        prepare();
        fixture.given(REGISTERED).when(override(null, null)).expectNoEvents();
        prepare();
        fixture.given(REGISTERED, new LifecycleOverridden(RETENTION), new LifecycleOverridden(null))
                .when(override(null, null)).expectNoEvents();
    }

    @Test
    void aConfirmedProfileIsDueAgainInAYear() {
        fixture.given(REGISTERED).when(new Confirm(ID, null, null, TODAY))
                .expectEvents(new ProfileConfirmed(LocalDate.of(2027, 11, 22)));
    }

    @Test
    void whoConfirmsMaySayWhenItIsDueAgain() {
        fixture.given(REGISTERED, new ProfileConfirmed(TODAY)).when(new Confirm(ID, null, TODAY.plusDays(1), TODAY))
                .expectEvents(new ProfileConfirmed(TODAY.plusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22", "2026-11-21", "2036-11-23"})
    void theNextReviewLiesAheadWithinTenYears(LocalDate due) {
        refused(fixture.given(REGISTERED).when(new Confirm(ID, null, due, TODAY)), Refusal.Kind.INVALID,
                "nextReviewDue:review-due-not-ahead");
    }

    @Test
    void anArchivedCustomerIsNotConfirmed() {
        refused(fixture.given(REGISTERED, new Archived()).when(new Confirm(ID, null, null, TODAY)),
                Refusal.Kind.CONFLICT, ":customer-archived");
    }

    private static Change override(String stage, String reason) {
        return new Change(ID, null, List.of(new OverrideLifecycle(stage, reason)));
    }

    private static void refused(ResultValidator<Customer> result, Refusal.Kind kind, String error) {
        result.expectNoEvents().expectException(new CustomMatcher<Throwable>(kind + " " + error) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof Refusal refusal && refusal.kind() == kind && refusal.errors().stream()
                        .map(one -> one.field() + ':' + one.code()).toList().equals(List.of(error));
            }
        });
    }
}
