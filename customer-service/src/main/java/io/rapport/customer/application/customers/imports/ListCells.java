package io.rapport.customer.application.customers.imports;

import io.rapport.customer.domain.customers.CustomerSettings;
import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.jobs.cells.ChoiceCell;
import io.rapport.values.FieldErrors;
import org.springframework.stereotype.Component;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads cells of administered lists: a value may be called by its code, by any label that an administrator gave it, or,
 * where the platform ships it, by what other systems call it.
 */
@Component
class ListCells {

    private static final Map<ValueListName, ChoiceCell> SHIPPED = Map.of(
            ValueListName.TYPE, CustomerColumns.TYPES,
            ValueListName.LEVEL, CustomerColumns.LEVELS,
            ValueListName.SALES_STATUS, CustomerColumns.SALES_STATUSES);

    private final CustomerSettings settings;
    private volatile Map<ValueListName, Labels> known = Map.of();

    ListCells(CustomerSettings settings) {
        this.settings = settings;
    }

    /** The labels of one state of a list. */
    private record Labels(ValueListDefinition list, ChoiceCell cell) {
    }

    /**
     * The value that a text means. Adds {@code label-unknown} (argument: what is offered) where it means none; a text of
     * an open list that means none is itself the value.
     *
     * @param text null for an empty cell
     * @return null for an empty cell and where an error was added
     */
    String read(ValueListName name, String text, FieldErrors errors) {
        if (text == null) {
            return null;
        }
        ValueListDefinition list = settings.list(name);
        Optional<String> code = labels(name, list).parse(text).or(() -> shipped(name, list, text));
        if (code.isEmpty() && !list.open()) {
            errors.add(name.code(), "label-unknown", String.join(", ", list.offered()));
            return null;
        }
        return code.orElse(text);
    }

    private static Optional<String> shipped(ValueListName name, ValueListDefinition list, String text) {
        return SHIPPED.containsKey(name)
                ? SHIPPED.get(name).parse(text).filter(code -> list.find(code).isPresent()) : Optional.empty();
    }

    private ChoiceCell labels(ValueListName name, ValueListDefinition list) {
        Labels labels = known.get(name);
        if (labels == null || !labels.list().equals(list)) {
            ChoiceCell cell = new ChoiceCell();
            list.entries().forEach(entry -> cell.with(entry.code(), entry.label().values().toArray(String[]::new)));
            labels = new Labels(list, cell);
            Map<ValueListName, Labels> more = new EnumMap<>(ValueListName.class);
            more.putAll(known);
            more.put(name, labels);
            known = more;
        }
        return labels.cell();
    }
}
