package io.rapport.customer.domain.views;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.customer.domain.sharing.Author;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static io.rapport.testing.RefusalMatcher.refusedFor;

class ViewTest {

    private static final String ID = "v1";
    private static final Author REP = new Author("zhangsan", false);
    private static final Author OTHER = new Author("lisi", false);
    private static final Author MANAGER = new Author("zhaoliu", true);

    private FixtureConfiguration<View> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(View.class);
    }

    @Test
    void aViewBelongsToWhoMadeIt() {
        fixture.givenNoPriorActivity().when(new ViewCommand.Save(ID, view(" 北京 ", false, "somebody else"), REP))
                .expectEvents(new ViewEvent.Saved(ID, view("北京", false, "zhangsan")));
    }

    @Test
    void onlyWhoMayShareShares() {
        fixture.givenNoPriorActivity().when(new ViewCommand.Save(ID, view("北京", true, null), REP))
                .expectException(refusedFor(FieldError.of("shared", "sharing-not-allowed")));
        prepare();
        fixture.givenNoPriorActivity().when(new ViewCommand.Save(ID, view("北京", true, null), MANAGER))
                .expectEvents(new ViewEvent.Saved(ID, view("北京", true, "zhaoliu")));
    }

    @Test
    void aPrivateViewIsUnknownToOthersAndASharedOneNotTheirs() {
        fixture.given(new ViewEvent.Saved(ID, view("北京", false, "zhangsan")))
                .when(new ViewCommand.Replace(ID, null, view("上海", false, null), MANAGER))
                .expectException(refusedFor(FieldError.of("", "unknown")));
        prepare();
        fixture.given(new ViewEvent.Saved(ID, view("北京", true, "zhaoliu"))).when(new ViewCommand.Remove(ID, null, OTHER))
                .expectException(refusedFor(FieldError.of("", "not-yours")));
    }

    @Test
    void whoMaySharesKeepsWhatIsSharedAndItsOwnerStays() {
        fixture.given(new ViewEvent.Saved(ID, view("北京", true, "zhangsan")))
                .when(new ViewCommand.Replace(ID, null, view("上海", true, null), MANAGER))
                .expectEvents(new ViewEvent.Saved(ID, view("上海", true, "zhangsan")));
    }

    @Test
    void anOwnerWhoMayNotShareTakesHisViewBack() {
        fixture.given(new ViewEvent.Saved(ID, view("北京", true, "zhangsan")))
                .when(new ViewCommand.Replace(ID, null, view("北京", false, null), REP))
                .expectEvents(new ViewEvent.Saved(ID, view("北京", false, "zhangsan")));
    }

    @Test
    void theSameAgainChangesNothing() {
        fixture.given(new ViewEvent.Saved(ID, view("北京", false, "zhangsan")))
                .when(new ViewCommand.Replace(ID, null, view("北京", false, null), REP)).expectNoEvents();
    }

    @Test
    void whatIsListedStays() {
        ViewDefinition ofContacts = new ViewDefinition("北京", "contact", null, null, null, null, false, null);
        fixture.given(new ViewEvent.Saved(ID, view("北京", false, "zhangsan")))
                .when(new ViewCommand.Replace(ID, null, ofContacts, REP))
                .expectException(refusedFor(FieldError.of("recordKind", "record-kind-fixed")));
    }

    @Test
    void aRemovedViewIsUnknown() {
        fixture.given(new ViewEvent.Saved(ID, view("北京", false, "zhangsan"))).when(new ViewCommand.Remove(ID, null, REP))
                .expectEvents(new ViewEvent.Removed());
        prepare();
        fixture.given(new ViewEvent.Saved(ID, view("北京", false, "zhangsan")), new ViewEvent.Removed())
                .when(new ViewCommand.Remove(ID, null, REP)).expectException(refusedFor(FieldError.of("", "unknown")));
    }

    @Test
    void aViewThatIsNoneIsRefusedWithEveryReason() {
        ViewDefinition bad = new ViewDefinition(" ", "colour", null, List.of("name", "name"), "x".repeat(8_001),
                IntStream.range(0, 9).mapToObj(i -> "f" + i).toList(), false, null);
        fixture.givenNoPriorActivity().when(new ViewCommand.Save(ID, bad, REP)).expectException(refusedFor(
                FieldError.of("name", "required"),
                FieldError.of("recordKind", "choice-unknown", "customer, contact, opportunity, order, interaction, task"),
                FieldError.of("filter", "too-long", 8_000), FieldError.of("columns[1]", "named-twice"),
                FieldError.of("sort", "too-many", 8)));
    }

    private static ViewDefinition view(String name, boolean shared, String owner) {
        return new ViewDefinition(name, "customer", null, List.of("name", "region"), "region eq '北京'",
                List.of("-createdAt"), shared, owner);
    }
}
