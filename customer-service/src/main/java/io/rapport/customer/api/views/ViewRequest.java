package io.rapport.customer.api.views;

import io.rapport.customer.domain.views.ViewDefinition;
import io.rapport.web.json.MergePatch;

import java.util.List;

/** A view as clients write it; what is null is left out. */
record ViewRequest(String name, String recordKind, String q, List<String> columns, String filter, List<String> sort,
                   Boolean shared) {

    /** Its owner is the aggregate's to say. */
    ViewDefinition definition() {
        return new ViewDefinition(name, recordKind, q, columns, filter, sort, Boolean.TRUE.equals(shared), null);
    }

    static ViewRequest patched(ViewDefinition before, MergePatch patch) {
        patch.refuseClearing("name", "recordKind");
        ViewRequest given = patch.as(ViewRequest.class);
        return new ViewRequest(
                patch.has("name") ? given.name : before.name(),
                patch.has("recordKind") ? given.recordKind : before.recordKind(),
                patch.has("q") ? given.q : before.q(),
                patch.has("columns") ? given.columns : before.columns(),
                patch.has("filter") ? given.filter : before.filter(),
                patch.has("sort") ? given.sort : before.sort(),
                patch.has("shared") ? given.shared : Boolean.valueOf(before.shared()));
    }
}
