package io.rapport.web.json;

import tools.jackson.databind.JsonNode;

/**
 * One field of a record before and after an event.
 *
 * @param field name as in the record's JSON; a part of an object by its path, {@code address.delivery}
 * @param old   null when it was not set
 * @param now   null when it is not set any more
 */
public record FieldChange(String field, JsonNode old, JsonNode now) {
}
