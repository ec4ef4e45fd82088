package io.rapport.customer.domain.customfields;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFieldDefinition.Option;
import io.rapport.customfields.CustomFieldDefinition.Validation;
import io.rapport.customfields.CustomFieldType;
import io.rapport.customfields.RecordKind;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import static io.rapport.customer.domain.customfields.CustomFieldExamples.budget;
import static io.rapport.customer.domain.customfields.CustomFieldExamples.field;
import static io.rapport.testing.RefusalMatcher.refusedFor;

class CustomFieldTest {

    /** What records hold, as text. */
    private final List<String> held = new ArrayList<>();
    private FixtureConfiguration<CustomField> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(CustomField.class);
        fixture.registerInjectableResource(new CustomFieldUsers() {
            @Override
            public long count(RecordKind kind, String key) {
                return held.size();
            }

            @Override
            public long count(RecordKind kind, String key, String choice) {
                return held.stream().filter(choice::equals).count();
            }

            @Override
            public long countUnfit(RecordKind kind, String key, Predicate<String> fits) {
                return held.stream().filter(fits.negate()).count();
            }

            @Override
            public long countRepeated(RecordKind kind, String key) {
                return held.stream().filter(text -> Collections.frequency(held, text) > 1).count();
            }

            @Override
            public void keepApart(RecordKind kind, String key) {
            }

            @Override
            public void letRepeat(RecordKind kind, String key) {
            }

            @Override
            public long fields(RecordKind kind) {
                return 0;
            }
        });
    }

    @Test
    void whatRepeatsCannotBeMadeUnique() {
        CustomFieldDefinition text = field("erpId", CustomFieldType.TEXT);
        held.addAll(List.of("A-1", "A-2", "A-1"));
        fixture.given(new CustomFieldEvent.Defined(text)).when(redefine(unique(text)))
                .expectException(refusedFor(FieldError.of("unique", "custom-values-repeated", 2)));
        held.removeLast();
        prepare();
        fixture.given(new CustomFieldEvent.Defined(text)).when(redefine(unique(text)))
                .expectEvents(new CustomFieldEvent.Defined(unique(text)));
        prepare();
        fixture.givenNoPriorActivity().when(define(unique(field("since", CustomFieldType.DATE))))
                .expectException(refusedFor(FieldError.of("unique", "custom-unique-not-taken")));
    }

    private static CustomFieldDefinition unique(CustomFieldDefinition field) {
        return new CustomFieldDefinition(field.recordKind(), field.key(), field.type(), field.label(), false, null,
                null, null, false, true);
    }

    @Test
    void aFieldIsDefinedRenamedDeprecatedAndRemoved() {
        CustomFieldDefinition text = field("colour", CustomFieldType.TEXT);
        fixture.givenNoPriorActivity().when(define(text)).expectEvents(new CustomFieldEvent.Defined(text));

        held.add("red");
        CustomFieldDefinition renamed = new CustomFieldDefinition(text.recordKind(), text.key(), text.type(),
                Map.of("en", "Paint"), false, null, null, null, true);
        prepare();
        fixture.given(new CustomFieldEvent.Defined(text)).when(redefine(renamed))
                .expectEvents(new CustomFieldEvent.Defined(renamed));

        prepare();
        fixture.given(new CustomFieldEvent.Defined(text)).when(remove(text))
                .expectException(refusedFor(FieldError.of("", "custom-field-in-use", 1)));
        held.clear();
        prepare();
        var removed = new CustomFieldEvent.Removed(text.recordKind(), text.key());
        fixture.given(new CustomFieldEvent.Defined(text)).when(remove(text)).expectEvents(removed);
        prepare();
        fixture.given(new CustomFieldEvent.Defined(text), removed).when(redefine(renamed))
                .expectEvents(new CustomFieldEvent.Defined(renamed));
    }

    @Test
    void theSameAgainChangesNothing() {
        fixture.given(new CustomFieldEvent.Defined(budget())).when(redefine(budget())).expectNoEvents();
    }

    @Test
    void theTypeChangesWhereEveryValueFitsAsItIs() {
        held.addAll(List.of("2026-01-31", "2026-02-01"));
        CustomFieldDefinition text = field("since", CustomFieldType.TEXT);
        CustomFieldDefinition date = field("since", CustomFieldType.DATE);
        fixture.given(new CustomFieldEvent.Defined(text)).when(redefine(date))
                .expectEvents(new CustomFieldEvent.Defined(date));

        held.addAll(List.of("soon", "2026-02-30"));
        prepare();
        fixture.given(new CustomFieldEvent.Defined(text)).when(redefine(date))
                .expectException(refusedFor(FieldError.of("type", "custom-values-unfit", "text", "date", 2)));
    }

    @Test
    void aTypeOfAnotherNatureTakesAFieldWithoutValues() {
        CustomFieldDefinition text = field("size", CustomFieldType.TEXT);
        CustomFieldDefinition number = field("size", CustomFieldType.NUMBER);
        held.add("5");
        fixture.given(new CustomFieldEvent.Defined(text)).when(redefine(number))
                .expectException(refusedFor(FieldError.of("type", "custom-type-in-use", "text", "number", 1)));
        held.clear();
        prepare();
        fixture.given(new CustomFieldEvent.Defined(text)).when(redefine(number))
                .expectEvents(new CustomFieldEvent.Defined(number));
    }

    @Test
    void anOptionInUseDoesNotVanish() {
        CustomFieldDefinition two = field("colour", CustomFieldType.CHOICE, "RED", "BLUE");
        CustomFieldDefinition one = field("colour", CustomFieldType.CHOICE, "RED");
        held.add("BLUE");
        fixture.given(new CustomFieldEvent.Defined(two)).when(redefine(one))
                .expectException(refusedFor(FieldError.of("options", "custom-option-in-use", "BLUE", 1)));
        held.clear();
        prepare();
        fixture.given(new CustomFieldEvent.Defined(two)).when(redefine(one))
                .expectEvents(new CustomFieldEvent.Defined(one));
    }

    @Test
    void everyWrongDefinitionIsRefusedWithItsReason() {
        refused(field("9lives", CustomFieldType.TEXT), "key", "custom-key-invalid");
        refused(field("a.b", CustomFieldType.TEXT), "key", "custom-key-invalid");
        refused(field("colour", CustomFieldType.CHOICE), "options", "required");
        refused(field("colour", CustomFieldType.TEXT, "RED"), "options", "custom-options-not-taken", "text");
        refused(field("colour", CustomFieldType.CHOICE, "RED", "RED"), "options[1].code", "value-code-twice");
        refused(with(CustomFieldType.DATE, null, rules(null, null, "a+")), "validation.pattern",
                "custom-validation-not-taken", "date");
        refused(with(CustomFieldType.TEXT, null, rules(null, null, "(")), "validation.pattern",
                "custom-pattern-invalid");
        refused(with(CustomFieldType.NUMBER, null, rules("10", "9", null)), "validation.max", "custom-bounds-crossed");
        refused(with(CustomFieldType.DATE, null, rules("soon", null, null)), "validation.min", "expected-date");
        refused(with(CustomFieldType.DATE, "soon", null), "default", "expected-date");
        refused(with(CustomFieldType.NUMBER, "11", rules("0", "10", null)), "default", "custom-out-of-bounds", "0",
                "10");
        refused(new CustomFieldDefinition(RecordKind.CUSTOMER, "a", CustomFieldType.TEXT, Map.of("en", "a"), false,
                null, null, null, false, null, "secret"), "fieldClass", "choice-unknown",
                "facts, contactData, money, text");
        refused(new CustomFieldDefinition(RecordKind.CUSTOMER, "a", CustomFieldType.TEXT, Map.of("en", "a"), false,
                null, null, null, false, true, "money"), "unique", "custom-unique-only-facts");
        refused(new CustomFieldDefinition(RecordKind.CUSTOMER, "a", CustomFieldType.TEXT, Map.of(), false, null,
                List.of(new Option("A", null, false)), null, false), "label", "required");
    }

    private void refused(CustomFieldDefinition definition, String field, String code, Object... arguments) {
        prepare();
        fixture.givenNoPriorActivity().when(define(definition))
                .expectException(refusedFor(FieldError.of(field, code, arguments)));
    }

    private static Validation rules(String min, String max, String pattern) {
        return new Validation(null, null, pattern, min, max);
    }

    private static CustomFieldDefinition with(CustomFieldType type, String preset, Validation rules) {
        return new CustomFieldDefinition(RecordKind.CUSTOMER, "a", type, Map.of("en", "a"), false,
                preset == null ? null : CustomValues.of("a", preset), null, rules, false);
    }

    private static CustomFieldCommand define(CustomFieldDefinition definition) {
        return new CustomFieldCommand.Define(definition.id(), definition);
    }

    private static CustomFieldCommand redefine(CustomFieldDefinition definition) {
        return new CustomFieldCommand.Redefine(definition.id(), null, definition);
    }

    private static CustomFieldCommand remove(CustomFieldDefinition definition) {
        return new CustomFieldCommand.Remove(definition.id(), null);
    }
}
