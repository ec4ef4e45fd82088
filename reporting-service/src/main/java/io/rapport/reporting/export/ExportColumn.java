package io.rapport.reporting.export;

import io.rapport.contracts.Money;
import io.rapport.reporting.export.TableFile.Cell;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.FieldType;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.values.LocalizedLabel;
import io.rapport.web.problem.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One column of an exported list: a field of the list, with what the list's answer shows in it.
 *
 * @param name   as in the catalogue of list fields; a part of another field as {@code address.delivery}
 * @param labels what an administrator calls the field, by language; empty for fields that the platform names
 */
record ExportColumn(String name, FieldType type, Map<String, String> labels) {

    /**
     * The columns of a file.
     *
     * @param fields the {@code fields} parameter, whose order the columns have; null for all
     * @throws ProblemException 400 when there is no such field
     */
    static List<ExportColumn> of(FieldCatalogue<?> catalogue, String fields) {
        List<ExportColumn> all = catalogue.fields().stream()
                .filter(field -> catalogue.fields().stream()
                        .noneMatch(other -> other.name().startsWith(field.name() + '.')))
                .map(ExportColumn::of).toList();
        if (fields == null) {
            return all;
        }
        return Arrays.stream(fields.split(",")).map(String::strip).filter(name -> !name.isEmpty()).distinct()
                .flatMap(name -> {
                    List<ExportColumn> named = all.stream().filter(column -> column.topName().equals(name)).toList();
                    if (named.isEmpty()) {
                        throw ProblemException.badRequest("fields-unknown");
                    }
                    return named.stream();
                }).toList();
    }

    private static ExportColumn of(ListField<?> field) {
        return new ExportColumn(field.name(), field.type(), field.label());
    }

    /** The field of the record's JSON that this one is, or is a part of. */
    String topName() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Key of the column's header in the message bundles. */
    String label(RecordKind kind) {
        return "export-column." + kind.code() + '.' + name;
    }

    /** A part of each element of a list is a list itself. */
    private static JsonNode at(JsonNode holder, String path) {
        int dot = path.indexOf('.');
        if (holder instanceof ArrayNode elements) {
            ArrayNode values = elements.arrayNode();
            elements.valueStream().map(element -> at(element, path)).filter(value -> !value.isMissingNode())
                    .forEach(values::add);
            return values;
        }
        return dot < 0 ? holder.path(path) : at(holder.path(path.substring(0, dot)), path.substring(dot + 1));
    }

    /** The header of a custom field, in the language asked for or the first there is; empty for other fields. */
    Optional<String> called(Locale locale) {
        return LocalizedLabel.in(labels, locale.toLanguageTag());
    }

    TableFile.Header header(String text) {
        return new TableFile.Header(text, type == FieldType.INSTANT);
    }

    /**
     * @param record as lists show it
     */
    Cell cell(ObjectNode record) {
        JsonNode value = at(record, name);
        if (value.isMissingNode() || value.isNull()) {
            return Cell.EMPTY;
        }
        return switch (type) {
            case TEXT, ACTIVITY -> new Cell.Text(value.isArray()
                    ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")) : value.asString());
            case NUMBER, CUSTOM_NUMBER -> new Cell.Number(value.decimalValue());
            case MONEY, SUMMED_MONEY -> new Cell.Amount(
                    new Money(new BigDecimal(value.get("amount").asString()), value.get("currency").asString()));
            case DATE, CUSTOM_DATE -> new Cell.Day(LocalDate.parse(value.asString()));
            case INSTANT -> new Cell.Moment(Instant.parse(value.asString()));
            case BOOLEAN, REACHED, CUSTOM_BOOLEAN -> new Cell.Flag(value.booleanValue());
        };
    }
}
