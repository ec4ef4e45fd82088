package io.rapport.customer.domain.segments;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.customer.domain.sharing.Author;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.rapport.testing.RefusalMatcher.refusedFor;

class SegmentTest {

    private static final String ID = "s1";
    private static final Author REP = new Author("zhangsan", false);
    private static final Author MARKETER = new Author("marketer", true);

    private FixtureConfiguration<Segment> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Segment.class);
    }

    @Test
    void aSegmentBelongsToWhoMadeIt() {
        fixture.givenNoPriorActivity().when(new SegmentCommand.Define(ID, segment("region eq '北京'", true, null), MARKETER))
                .expectEvents(new SegmentEvent.Defined(ID, segment("region eq '北京'", true, "marketer")));
    }

    @Test
    void onlyWhoMayShareShares() {
        fixture.givenNoPriorActivity().when(new SegmentCommand.Define(ID, segment("region eq '北京'", true, null), REP))
                .expectException(refusedFor(FieldError.of("shared", "sharing-not-allowed")));
    }

    @Test
    void aSegmentIsRedefined() {
        fixture.given(new SegmentEvent.Defined(ID, segment("region eq '北京'", false, "zhangsan")))
                .when(new SegmentCommand.Redefine(ID, null, segment("region eq '上海'", false, null), REP))
                .expectEvents(new SegmentEvent.Defined(ID, segment("region eq '上海'", false, "zhangsan")));
    }

    @Test
    void theSameAgainChangesNothing() {
        fixture.given(new SegmentEvent.Defined(ID, segment("region eq '北京'", false, "zhangsan")))
                .when(new SegmentCommand.Redefine(ID, null, segment("region eq '北京'", false, null), REP))
                .expectNoEvents();
    }

    @Test
    void anothersPrivateSegmentIsUnknownAndARemovedOneToo() {
        fixture.given(new SegmentEvent.Defined(ID, segment("region eq '北京'", false, "zhangsan")))
                .when(new SegmentCommand.Remove(ID, null, MARKETER))
                .expectException(refusedFor(FieldError.of("", "unknown")));
        prepare();
        fixture.given(new SegmentEvent.Defined(ID, segment("region eq '北京'", false, "zhangsan")),
                new SegmentEvent.Removed()).when(new SegmentCommand.Remove(ID, null, REP))
                .expectException(refusedFor(FieldError.of("", "unknown")));
    }

    @Test
    void aSegmentHasAFilterAndKeepsItsKind() {
        fixture.givenNoPriorActivity().when(new SegmentCommand.Define(ID, segment(" ", false, null), REP))
                .expectException(refusedFor(FieldError.of("filter", "required")));
        prepare();
        fixture.given(new SegmentEvent.Defined(ID, segment("region eq '北京'", false, "zhangsan")))
                .when(new SegmentCommand.Redefine(ID, null,
                        new SegmentDefinition("S", null, "contact", "name exists", false, null), REP))
                .expectException(refusedFor(FieldError.of("recordKind", "record-kind-fixed")));
    }

    private static SegmentDefinition segment(String filter, boolean shared, String owner) {
        return new SegmentDefinition("北方", "秋季活动", "customer", filter, shared, owner);
    }
}
