package io.rapport.customer.publication.directory;

import java.util.Map;

/** Data of {@code rights.defined.v1}, described by the JSON Schema in {@code contracts/rights/v1}: the whole table. */
public record RightsContract(Map<String, Object> table) {
}
