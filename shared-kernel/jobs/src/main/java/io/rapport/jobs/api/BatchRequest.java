package io.rapport.jobs.api;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.BatchEdit;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A batch as clients ask for it: which records, and what is to become of them.
 *
 * @param ids        the records themselves; or
 * @param filter     a filter as in the list, with or without
 * @param q          the search box and
 * @param segment    the id of a segment
 * @param versions   by id the version that a record is expected to have; those not named may have any. Of records found
 *                   by a filter it is the version that was found
 * @param set        fields as in a PATCH of one record
 * @param addTags    tags to add
 * @param removeTags tags to remove
 * @param assignTo   the new owner
 * @param archive    whether to archive
 * @param reason     why; required to archive
 */
public record BatchRequest(List<String> ids, String filter, String q, String segment, Map<String, Long> versions,
                           ObjectNode set, List<String> addTags, List<String> removeTags, String assignTo,
                           Boolean archive, String reason) {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z:._-]{1,100}");
    private static final int MOST_REASON = 1_000;
    private static final int MOST_ERRORS = 20;

    BatchEdit edit() {
        return new BatchEdit(set, present(addTags), present(removeTags), assignTo, Boolean.TRUE.equals(archive),
                reason);
    }

    boolean byFilter() {
        return filter != null || q != null || segment != null;
    }

    Map<String, Long> expectedVersions() {
        return versions == null ? Map.of() : versions;
    }

    /** @throws Refusal INVALID naming every field at fault */
    void check(int most) {
        List<FieldError> errors = new ArrayList<>();
        if (byFilter() == (ids != null) || ids != null && ids.isEmpty()) {
            errors.add(FieldError.of("ids", "batch-selection"));
        } else if (ids != null && ids.size() > most) {
            errors.add(FieldError.of("ids", "batch-too-many", most, ids.size()));
        } else if (ids != null) {
            for (int i = 0; i < ids.size() && errors.size() < MOST_ERRORS; i++) {
                if (ids.get(i) == null || !ID.matcher(ids.get(i)).matches()) {
                    errors.add(FieldError.of("ids[" + i + ']', "id-malformed"));
                }
            }
        }
        if (reason != null && reason.length() > MOST_REASON) {
            errors.add(FieldError.of("reason", "batch-reason-too-long", MOST_REASON));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private static List<String> present(List<String> tags) {
        return tags == null ? null : tags.stream().filter(tag -> tag != null && !tag.isBlank()).map(String::strip)
                .distinct().toList();
    }
}
