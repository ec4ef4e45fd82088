package io.rapport.customer.domain.customfields;

import io.rapport.contracts.CustomValues;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFieldDefinition.Option;
import io.rapport.customfields.CustomFieldDefinition.Validation;
import io.rapport.customfields.CustomFieldType;
import io.rapport.customfields.CustomFields;
import io.rapport.customfields.RecordKind;
import io.rapport.customfields.UniqueValues;
import io.rapport.values.FieldErrors;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.rapport.customer.domain.customfields.CustomFieldExamples.budget;
import static io.rapport.customer.domain.customfields.CustomFieldExamples.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CustomFieldsTest {

    private static final CustomFields FIELDS = new CustomFields(List.of(
            budget(),
            field("note", CustomFieldType.TEXT),
            field("since", CustomFieldType.DATE),
            field("vip", CustomFieldType.BOOLEAN),
            field("page", CustomFieldType.LINK),
            new CustomFieldDefinition(RecordKind.CUSTOMER, "colour", CustomFieldType.CHOICE, Map.of("en", "c"), false,
                    null, List.of(option("RED", false), option("BLUE", true)), null, false),
            field("sizes", CustomFieldType.CHOICES, "S", "M", "L"),
            new CustomFieldDefinition(RecordKind.CUSTOMER, "old", CustomFieldType.TEXT, Map.of("en", "o"), true, null,
                    null, null, true)), UniqueValues.NONE);

    private final FieldErrors errors = new FieldErrors();

    @Test
    void valuesOfEveryTypeAreKeptInOneForm() {
        CustomValues kept = FIELDS.forNew(new CustomValues(Map.of("budget", "7.50", "note", "  x ", "since",
                "2026-01-31", "vip", true, "page", "https://example.com", "colour", "RED", "sizes",
                List.of("L", "S", "L"))), errors);
        assertThat(errors.asList()).isEmpty();
        assertThat(kept.values()).containsExactlyInAnyOrderEntriesOf(Map.of("budget", new BigDecimal("7.5"), "note", "x",
                "since", "2026-01-31", "vip", true, "page", "https://example.com", "colour", "RED",
                "sizes", List.of("L", "S")));
    }

    @Test
    void aNewRecordGetsTheDefaults() {
        assertThat(FIELDS.forNew(null, errors)).isEqualTo(CustomValues.of("budget", new BigDecimal("12.5")));
        assertThat(errors.asList()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsNamed() {
        FIELDS.forNew(new CustomValues(Map.of("budget", new BigDecimal("-1"), "since", "2026-02-30", "vip", "yes",
                "page", "javascript:alert(1)", "colour", "BLUE", "sizes", List.of("XL"), "old", "a", "other", "b",
                "note", true)), errors);
        assertThat(errors.asList()).extracting(error -> error.field() + ' ' + error.code()).containsExactlyInAnyOrder(
                "custom.budget custom-out-of-bounds", "custom.since expected-date", "custom.vip expected-boolean",
                "custom.page website-invalid", "custom.colour value-retired", "custom.sizes choice-unknown",
                "custom.old custom-field-deprecated", "custom.other custom-field-unknown", "custom.note expected-text");
    }

    @Test
    void numbersHaveAsManyDigitsAsSpreadsheetsTake() {
        for (String number : List.of("1e40", "1234567890123456", "0.1234567890123456")) {
            FieldErrors wrong = new FieldErrors();
            FIELDS.forNew(CustomValues.of("budget", new BigDecimal(number)), wrong);
            assertThat(wrong.asList()).as(number).extracting("code").containsExactly("custom-number-digits");
        }
    }

    @Test
    void aChangeTakesWhatItNames() {
        CustomValues before = new CustomValues(Map.of("budget", BigDecimal.ONE, "note", "x"));
        assertThat(FIELDS.forChange(before, CustomValues.of("note", "y"), Set.of(), errors))
                .isEqualTo(CustomValues.of("note", "y"));
        assertThat(FIELDS.forChange(before, null, Set.of("custom.note"), errors)).isNull();
        assertThat(errors.asList()).isEmpty();
        FIELDS.forChange(before, null, Set.of("custom.budget"), errors);
        FIELDS.forChange(before, CustomValues.of("note", "z"), Set.of("custom"), errors);
        assertThat(errors.asList()).extracting(error -> error.field() + ' ' + error.code())
                .containsExactly("custom.budget required", "custom.budget required");
    }

    @Test
    void whatARecordHoldsMayStayWhateverBecameOfTheField() {
        CustomValues before = new CustomValues(Map.of("old", "a", "colour", "BLUE", "gone", "b"));
        assertThat(FIELDS.forChange(before, before, Set.of(), errors).values()).containsEntry("old", "a")
                .containsEntry("colour", "BLUE");
        assertThat(errors.asList()).isEmpty();
    }

    @Test
    void aPatternThatTakesForEverMatchesNothing() {
        CustomFields fields = new CustomFields(List.of(new CustomFieldDefinition(RecordKind.CUSTOMER, "a",
                CustomFieldType.TEXT, Map.of("en", "a"), false, null, null,
                new Validation(null, null, "(a|aa)+b", null, null), false)), UniqueValues.NONE);
        assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> fields.forNew(CustomValues.of("a", "a".repeat(500)), errors));
        assertThat(errors.asList()).extracting("code").containsExactly("custom-pattern-unmatched");
    }

    private static Option option(String code, boolean retired) {
        return new Option(code, Map.of("en", code), retired);
    }
}
