package io.rapport.customer.api.segments;

import io.rapport.customer.domain.segments.SegmentDefinition;
import io.rapport.web.json.MergePatch;

/** A segment as clients write it; what is null is left out. */
record SegmentRequest(String name, String description, String recordKind, String filter, Boolean shared) {

    /** Its owner is the aggregate's to say. */
    SegmentDefinition definition() {
        return new SegmentDefinition(name, description, recordKind, filter, Boolean.TRUE.equals(shared), null);
    }

    static SegmentRequest patched(SegmentDefinition before, MergePatch patch) {
        patch.refuseClearing("name", "recordKind", "filter");
        SegmentRequest given = patch.as(SegmentRequest.class);
        return new SegmentRequest(
                patch.has("name") ? given.name : before.name(),
                patch.has("description") ? given.description : before.description(),
                patch.has("recordKind") ? given.recordKind : before.recordKind(),
                patch.has("filter") ? given.filter : before.filter(),
                patch.has("shared") ? given.shared : Boolean.valueOf(before.shared()));
    }
}
