package io.rapport.jobs.customfields;

import io.rapport.contracts.CustomValues;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFields;
import io.rapport.jobs.cells.ChoiceCell;
import io.rapport.jobs.cells.DateCell;
import io.rapport.jobs.mapping.ImportColumn;
import io.rapport.values.FieldErrors;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Custom fields as columns of files: a header is a field's label in any language, its key, or {@code custom.<key>}. */
public final class CustomCells {

    private static final String PREFIX = "custom.";
    private static final Pattern LIST = Pattern.compile("[,;，；、|]");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    private static final ChoiceCell FLAGS = new ChoiceCell()
            .with("true", "是", "有", "对", "真", "yes", "y", "1")
            .with("false", "否", "无", "不", "假", "no", "n", "0");

    private CustomCells() {
    }

    /** A column for each field that takes values. */
    public static List<ImportColumn> columns(CustomFields fields) {
        return fields.all().stream().filter(field -> !field.deprecated()).map(field -> {
            List<String> labels = new ArrayList<>(field.label().values());
            labels.add(field.key());
            return ImportColumn.optional(PREFIX + field.key(), labels.toArray(String[]::new));
        }).toList();
    }

    /**
     * The values of a row. Adds {@code label-unknown}, {@code date-unclear}, {@code custom-number-unclear} or
     * {@code custom-flag-unclear} where a cell cannot be understood.
     *
     * @param values texts by field; those of other fields are passed over
     * @return null when the row has none
     */
    public static CustomValues read(CustomFields fields, Map<String, String> values, FieldErrors errors) {
        Map<String, Object> read = new HashMap<>();
        values.forEach((field, text) -> {
            if (field.startsWith(PREFIX)) {
                String key = field.substring(PREFIX.length());
                Optional<CustomFieldDefinition> definition = fields.find(key);
                // Of a field that was removed meanwhile the text itself, to be refused like any unknown field.
                Object value = definition.isEmpty() ? text : value(definition.get(), text, errors);
                if (value != null) {
                    read.put(key, value);
                }
            }
        });
        return read.isEmpty() ? null : new CustomValues(read);
    }

    private static Object value(CustomFieldDefinition field, String text, FieldErrors errors) {
        String at = PREFIX + field.key();
        return switch (field.type()) {
            case TEXT, LINK -> text;
            case NUMBER -> number(text).<Object>map(number -> number)
                    .orElseGet(() -> refused(at, "custom-number-unclear", errors));
            case DATE -> DateCell.parse(text).<Object>map(LocalDate::toString)
                    .orElseGet(() -> refused(at, "date-unclear", errors));
            case BOOLEAN -> FLAGS.parse(text).<Object>map(Boolean::valueOf)
                    .orElseGet(() -> refused(at, "custom-flag-unclear", errors));
            case CHOICE -> choice(field, text, errors);
            case CHOICES -> {
                List<String> codes = Arrays.stream(LIST.split(text)).map(String::strip).filter(one -> !one.isEmpty())
                        .map(one -> choice(field, one, errors)).filter(Objects::nonNull).toList();
                yield codes.isEmpty() ? null : codes;
            }
        };
    }

    private static Optional<BigDecimal> number(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s'_]", "");
        if (GROUPED.matcher(plain).matches()) {
            plain = plain.replace(",", "");
        }
        return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static String choice(CustomFieldDefinition field, String text, FieldErrors errors) {
        ChoiceCell labels = new ChoiceCell();
        field.options().forEach(option ->
                labels.with(option.code(), option.label().values().toArray(String[]::new)));
        return labels.parse(text).orElseGet(() -> {
            errors.add(PREFIX + field.key(), "label-unknown", String.join(", ", field.options().stream()
                    .filter(option -> !option.retired()).map(CustomFieldDefinition.Option::code).toList()));
            return null;
        });
    }

    private static <T> T refused(String at, String code, FieldErrors errors) {
        errors.add(at, code);
        return null;
    }
}
