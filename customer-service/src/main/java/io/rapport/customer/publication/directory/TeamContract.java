package io.rapport.customer.publication.directory;

import java.util.Map;

/**
 * Data of {@code team.defined.v1}, described by the JSON Schema in {@code contracts/team/v1}: the whole team. Its path is
 * in the id of the record.
 */
public record TeamContract(Map<String, String> label, boolean active) {
}
