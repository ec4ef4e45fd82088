package io.rapport.customer.api.valuelists;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;

import java.util.List;
import java.util.Map;

/**
 * An administered list as an administrator writes it.
 *
 * @param list    may be left out; the path says it
 * @param open    null counts as false
 * @param entries all of them, in the order in which they are to be offered; null counts as none
 */
record ValueListRequest(String list, Boolean open, List<Entry> entries) {

    /** @param retired null counts as false */
    record Entry(String code, Map<String, String> label, Boolean retired) {
    }

    /** @throws Refusal INVALID when the body names another list than the path */
    ValueListDefinition definition(ValueListName name) {
        if (list != null && !list.equals(name.code())) {
            throw Refusal.of(Refusal.Kind.INVALID, "list", "key-fixed");
        }
        return new ValueListDefinition(name.code(), Boolean.TRUE.equals(open), entries == null ? List.of()
                : entries.stream().map(entry -> new ValueListDefinition.Entry(entry.code(), entry.label(),
                        Boolean.TRUE.equals(entry.retired()))).toList());
    }
}
