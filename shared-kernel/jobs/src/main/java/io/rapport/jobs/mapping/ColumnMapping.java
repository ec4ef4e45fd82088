package io.rapport.jobs.mapping;

import io.rapport.web.download.SafeCell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The field that each column of a file goes to.
 *
 * @param fields by column, from the left; null where the column is left out
 */
public record ColumnMapping(List<String> fields) {

    public ColumnMapping {
        fields = Collections.unmodifiableList(new ArrayList<>(fields));
    }

    boolean isEmpty() {
        return fields.stream().allMatch(Objects::isNull);
    }

    /** Stripped texts by field; blank cells are absent. */
    public Map<String, String> values(List<String> cells) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            if (field != null) {
                String text = SafeCell.restored(cells.get(i).strip());
                if (!text.isEmpty()) {
                    values.put(field, text);
                }
            }
        }
        return values;
    }

    /** Header → field as the user would write it; columns without a name are not in it. */
    public Map<String, String> byHeader(List<String> headers) {
        Map<String, String> byHeader = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.get(i).isEmpty()) {
                byHeader.put(headers.get(i), fields.get(i));
            }
        }
        return byHeader;
    }
}
