package io.rapport.reporting.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapport.web.json.FieldChange;
import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;

/**
 * A part of a history as JSON.
 *
 * @param items      newest first; may be fewer than asked for, or none, although there is a next cursor
 * @param nextCursor left out at the beginning of the history
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryAnswer(List<Item> items, String nextCursor) {

    /**
     * One field that one event changed. All members are always there.
     *
     * @param old    null when the field was not set before
     * @param now    null when it was cleared
     * @param who    user or client
     * @param why    null where no reason was given
     * @param source {@code request} or {@code import <job> row <n>}; null where it is not known
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(String field, JsonNode old, @JsonProperty("new") JsonNode now, String who, Instant when, String why,
            String source) {

        static Item of(HistoryEntry entry, FieldChange change) {
            return new Item(change.field(), change.old(), change.now(), entry.who(), entry.when(), entry.why(),
                    entry.source());
        }
    }
}
