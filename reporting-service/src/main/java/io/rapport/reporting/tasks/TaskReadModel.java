package io.rapport.reporting.tasks;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.belonging.Buckets;
import io.rapport.reporting.intake.FactFolding;
import io.rapport.reporting.intake.FoldedReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the public events of a task become its document. */
@Component
public class TaskReadModel extends FoldedReadModel<TaskDocument> {

    private static final Set<String> FACTS = Set.of("kind", "title", "note", "due", "dueTime", "timeZone", "repeat",
            "priority", "assignee", "customerId", "contactId", "opportunityId");
    private static final Set<String> BESIDE_FACTS = Set.of("status", "cancelReason", "archived");
    /** What follows from the others and from what time it is. */
    private static final Set<String> COMPUTED = Set.of("dueAt", "dueFrom", "overdueFrom", "dueNow", "overdue");

    public TaskReadModel() {
        super(RecordKind.TASK, TaskDocument.class, "tasks", FACTS, BESIDE_FACTS, Buckets::remember);
        folding.on("task.opened.v1", this::open)
                .on("task.changed.v1", folding::changeFacts)
                .on("task.postponed.v1", (document, data) -> take(document, data, "due", "dueTime", "timeZone"))
                .on("task.reassigned.v1", (document, data) -> take(document, data, "assignee"))
                .onEvent("task.completed.v1", TaskReadModel::complete)
                .on("task.reopened.v1", (document, data) -> {
                    document.put("status", "OPEN");
                    document.remove(List.of("completedAt", "cancelReason"));
                })
                .onEvent("task.cancelled.v1", (document, data, event) -> {
                    document.put("status", "CANCELLED");
                    document.put("cancelReason", event.reason());
                })
                .on("task.archived.v1", (document, data) -> document.put("archived", true))
                .on("task.restored.v1", (document, data) -> document.put("archived", false));
    }

    @Override
    public Set<String> hiddenFields() {
        return Set.of(Buckets.FIELD, Buckets.HOLD);
    }

    @Override
    public Set<String> shownFields() {
        return Stream.concat(super.shownFields().stream(), COMPUTED.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void show(TaskDocument task, ObjectNode json, Instant at) {
        put(json, "dueAt", task.dueAt());
        put(json, "dueFrom", task.dueFrom());
        put(json, "overdueFrom", task.overdueFrom());
        json.put("dueNow", hasCome(task.dueFrom(), at));
        json.put("overdue", hasCome(task.overdueFrom(), at));
    }

    private void open(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        folding.setFacts(document, data);
        document.put("status", "OPEN");
        FactFolding.setOrClear(document, "series", data.path("occurrence").get("series"));
    }

    private static void complete(ObjectNode document, JsonNode data, EventEnvelope event) {
        document.put("status", "DONE");
        document.put("completedAt", event.time().truncatedTo(ChronoUnit.MILLIS).toString());
        if (data.hasNonNull("next")) {
            document.set("next", data.get("next"));
        }
    }

    /** What is not named is nothing: these events say all of it, always. */
    private static void take(ObjectNode document, JsonNode data, String... fields) {
        for (String field : fields) {
            FactFolding.setOrClear(document, field, data.get(field));
        }
    }

    private static void put(ObjectNode json, String field, Instant moment) {
        if (moment != null) {
            json.put(field, moment.toString());
        }
    }

    private static boolean hasCome(Instant moment, Instant now) {
        return moment != null && !now.isBefore(moment);
    }
}
