package io.rapport.reporting.search.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * A part of a list as JSON.
 *
 * @param total      records in the whole list, exactly
 * @param nextCursor left out at the end of the list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListAnswer(List<ObjectNode> items, long total, String nextCursor) {
}
