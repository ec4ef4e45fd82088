package io.rapport.customer.publication.views;

import java.util.List;

/** Data of the public events of views, version 1; described by the JSON Schemas in {@code contracts/view/v1}. */
public sealed interface ViewContract {

    /** {@code view.saved.v1}: the whole view. */
    record Saved(String name, String recordKind, String q, List<String> columns, String filter, List<String> sort,
                 boolean shared, String owner) implements ViewContract {
    }
}
