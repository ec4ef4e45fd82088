package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.tasks.TaskDocument;

import java.util.List;

import static io.rapport.reporting.search.catalogue.FieldType.BOOLEAN;
import static io.rapport.reporting.search.catalogue.FieldType.DATE;
import static io.rapport.reporting.search.catalogue.FieldType.INSTANT;
import static io.rapport.reporting.search.catalogue.FieldType.NUMBER;
import static io.rapport.reporting.search.catalogue.FieldType.REACHED;
import static io.rapport.reporting.search.catalogue.Found.AS_NAME;
import static io.rapport.reporting.search.catalogue.Found.AS_TEXT;
import static io.rapport.reporting.search.catalogue.ListField.of;
import static io.rapport.reporting.search.catalogue.ListField.text;

/** The list fields of a task. */
final class TaskFields {

    static final FieldCatalogue<TaskDocument> CATALOGUE =
            new FieldCatalogue<>(RecordKind.TASK, TaskDocument.class, List.of(
            text("id", TaskDocument::id),
            text("kind", TaskDocument::kind).counted(),
            text("title", TaskDocument::title).found(AS_NAME),
            text("note", TaskDocument::note).found(AS_TEXT),
            of("due", DATE, TaskDocument::due),
            text("dueTime", TaskDocument::dueTime),
            text("timeZone", TaskDocument::timeZone).counted(),
            of("dueAt", INSTANT, TaskDocument::dueAt),
            of("dueFrom", INSTANT, TaskDocument::dueFrom),
            of("overdueFrom", INSTANT, TaskDocument::overdueFrom),
            of("dueNow", REACHED, TaskDocument::dueFrom).counted(),
            of("overdue", REACHED, TaskDocument::overdueFrom).counted(),
            text("repeat", TaskDocument::repeat),
            text("priority", TaskDocument::priority).counted(),
            text("assignee", TaskDocument::assignee).counted(),
            text("customerId", TaskDocument::customerId),
            text("contactId", TaskDocument::contactId),
            text("opportunityId", TaskDocument::opportunityId),
            text("series", TaskDocument::series),
            text("status", TaskDocument::status).counted(),
            of("completedAt", INSTANT, TaskDocument::completedAt),
            text("cancelReason", TaskDocument::cancelReason).found(AS_TEXT).counted(),
            text("next", TaskDocument::next),
            of("createdAt", INSTANT, TaskDocument::createdAt),
            text("createdBy", TaskDocument::createdBy).counted(),
            of("updatedAt", INSTANT, TaskDocument::updatedAt),
            text("updatedBy", TaskDocument::updatedBy).counted(),
            of("version", NUMBER, TaskDocument::version),
            of("archived", BOOLEAN, TaskDocument::archived).counted()));

    private TaskFields() {
    }
}
