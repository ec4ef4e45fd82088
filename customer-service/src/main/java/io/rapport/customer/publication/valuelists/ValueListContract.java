package io.rapport.customer.publication.valuelists;

import java.util.List;
import java.util.Map;

/**
 * Data of the public events of administered lists, version 1; described by the JSON Schemas in
 * {@code contracts/value-list/v1}.
 */
public sealed interface ValueListContract {

    /** {@code value-list.defined.v1}: the whole list. */
    record Defined(String list, boolean open, List<Entry> entries) implements ValueListContract {
    }

    /** One value of a list. */
    record Entry(String code, Map<String, String> label, boolean retired) {
    }
}
