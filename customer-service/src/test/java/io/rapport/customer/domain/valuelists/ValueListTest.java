package io.rapport.customer.domain.valuelists;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.values.FieldErrors;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static io.rapport.testing.RefusalMatcher.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

class ValueListTest {

    private static final ValueListDefinition LEVELS = ValueListName.LEVEL.preset();
    private static final String ID = ValueListName.LEVEL.id();

    private final List<String> held = new ArrayList<>();
    private FixtureConfiguration<ValueList> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(ValueList.class);
        fixture.registerInjectableResource((ValueUsers) (_, code) -> held.stream().filter(code::equals).count());
    }

    @Test
    void aListIsChangedForTheFirstTime() {
        ValueListDefinition wider = with(LEVELS, entry("STRATEGIC", false));
        fixture.givenNoPriorActivity().when(new ValueListCommand.Define(ID, wider))
                .expectEvents(new ValueListEvent.Defined(wider));
    }

    @Test
    void theSameAgainChangesNothing() {
        ValueListDefinition wider = with(LEVELS, entry("STRATEGIC", false));
        fixture.given(new ValueListEvent.Defined(wider)).when(new ValueListCommand.Redefine(ID, null, wider))
                .expectNoEvents();
    }

    @Test
    void aValueThatNobodyHoldsMayVanish() {
        ValueListDefinition narrower = without(LEVELS, "KEY");
        fixture.givenNoPriorActivity().when(new ValueListCommand.Define(ID, narrower))
                .expectEvents(new ValueListEvent.Defined(narrower));
    }

    @Test
    void aValueInUseDoesNotVanishButCanBeRetired() {
        held.addAll(List.of("KEY", "KEY"));
        fixture.givenNoPriorActivity().when(new ValueListCommand.Define(ID, without(LEVELS, "KEY")))
                .expectException(refusedFor(FieldError.of("entries", "value-in-use", "KEY", 2)));

        ValueListDefinition retired = with(without(LEVELS, "KEY"), entry("KEY", true));
        prepare();
        fixture.givenNoPriorActivity().when(new ValueListCommand.Define(ID, retired))
                .expectEvents(new ValueListEvent.Defined(retired));
    }

    @Test
    void codesThatThePlatformKnowsStayAsTheyAre() {
        ValueListDefinition statuses = ValueListName.SALES_STATUS.preset();
        for (ValueListDefinition other : List.of(without(statuses, "LOST"), with(statuses, entry("PAUSED", false)))) {
            prepare();
            fixture.givenNoPriorActivity().when(new ValueListCommand.Define(ValueListName.SALES_STATUS.id(), other))
                    .expectException(refusedFor(FieldError.of("entries", "value-codes-fixed",
                            "POTENTIAL, FOLLOWING_UP, PENDING_CONFIRMATION, CLOSED_WON, LOST")));
        }
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        assertRefused(with(LEVELS, entry("KEY", false)), "entries[3].code", "value-code-twice");
        assertRefused(with(LEVELS, entry("not a code", false)), "entries[3].code", "value-code-invalid");
        assertRefused(with(LEVELS, entry(null, false)), "entries[3].code", "required");
        assertRefused(with(LEVELS, new ValueListDefinition.Entry("A", Map.of(), false)), "entries[3].label", "required");
        assertRefused(with(LEVELS, new ValueListDefinition.Entry("A", Map.of("fr", "x"), false)),
                "entries[3].label.fr", "label-language-unknown", "zh-CN, zh-TW, en");
        assertRefused(new ValueListDefinition("level", true, LEVELS.entries()), "open", "value-list-closed");
        assertRefused(new ValueListDefinition("level", false, List.of(entry("KEY", true))), "entries",
                "value-list-needs-default");
    }

    @Test
    void aClosedListTakesWhatItOffersAnOpenOneAnyText() {
        ValueListDefinition closed = new ValueListDefinition("industry", false,
                List.of(entry("软件", false), entry("硬件", true)));
        ValueListDefinition open = new ValueListDefinition("industry", true, closed.entries());
        assertThat(problems(closed, "软件", null)).isEmpty();
        assertThat(problems(closed, "餐饮", null)).containsExactly("choice-unknown");
        assertThat(problems(closed, "硬件", null)).containsExactly("value-retired");
        assertThat(problems(open, "硬件", null)).containsExactly("value-retired");
        assertThat(problems(open, "餐饮", null)).isEmpty();
        assertThat(problems(closed, "餐饮", "餐饮")).as("what a record holds stays").isEmpty();
    }

    private void assertRefused(ValueListDefinition definition, String field, String code, Object... arguments) {
        prepare();
        fixture.givenNoPriorActivity().when(new ValueListCommand.Define(ID, definition))
                .expectException(refusedFor(FieldError.of(field, code, arguments)));
    }

    private static List<String> problems(ValueListDefinition list, String value, String before) {
        FieldErrors errors = new FieldErrors();
        list.check("industry", value, before, errors);
        return errors.asList().stream().map(error -> error.code()).toList();
    }

    private static ValueListDefinition with(ValueListDefinition list, ValueListDefinition.Entry entry) {
        return new ValueListDefinition(list.list(), list.open(),
                Stream.concat(list.entries().stream(), Stream.of(entry)).toList());
    }

    private static ValueListDefinition without(ValueListDefinition list, String code) {
        return new ValueListDefinition(list.list(), list.open(),
                list.entries().stream().filter(entry -> !entry.code().equals(code)).toList());
    }

    private static ValueListDefinition.Entry entry(String code, boolean retired) {
        return new ValueListDefinition.Entry(code, Map.of("en", "label"), retired);
    }
}
