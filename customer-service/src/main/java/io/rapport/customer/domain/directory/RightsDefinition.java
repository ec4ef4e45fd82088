package io.rapport.customer.domain.directory;

import io.rapport.rights.RightsTable;

import java.util.Map;

/**
 * What each role may, as an administrator settled it.
 *
 * @param table as {@link RightsTable#of(Map)} reads it
 */
public record RightsDefinition(Map<String, Object> table) {

    public RightsDefinition {
        table = Map.copyOf(table);
    }
}
