package io.rapport.customer.domain.customfields;

import io.rapport.contracts.CustomValues;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFieldDefinition.Option;
import io.rapport.customfields.CustomFieldDefinition.Validation;
import io.rapport.customfields.CustomFieldType;
import io.rapport.customfields.RecordKind;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fields that several tests define. */
public final class CustomFieldExamples {

    private CustomFieldExamples() {
    }

    /** A required number with a default and bounds. */
    public static CustomFieldDefinition budget() {
        return new CustomFieldDefinition(RecordKind.CUSTOMER, "budget", CustomFieldType.NUMBER,
                Map.of("en", "Budget", "zh-CN", "预算"), true, CustomValues.of("budget", new BigDecimal("12.50")),
                List.of(), new Validation(null, null, null, "0", "1000000"), false);
    }

    /** A deprecated field of several choices, one of them retired. */
    public static CustomFieldDefinition colours() {
        return new CustomFieldDefinition(RecordKind.OPPORTUNITY, "colours", CustomFieldType.CHOICES,
                Map.of("en", "Colours"), false, CustomValues.of("colours", List.of("RED")),
                List.of(new Option("RED", Map.of("en", "Red", "zh-CN", "红"), false),
                        new Option("BLUE", Map.of("en", "Blue"), true)), null, true);
    }

    /** A text that tells how to reach somebody. */
    public static CustomFieldDefinition hotline() {
        return new CustomFieldDefinition(RecordKind.CUSTOMER, "hotline", CustomFieldType.TEXT, Map.of("en", "Hotline"),
                false, null, null, null, false, null, "contactData");
    }

    static CustomFieldDefinition field(String key, CustomFieldType type, String... options) {
        return new CustomFieldDefinition(RecordKind.CUSTOMER, key, type, Map.of("en", key), false, null,
                Stream.of(options).map(code -> new Option(code, Map.of("en", code), false)).toList(), null, false);
    }
}
