package io.rapport.jobs.card;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.jobs.BatchEdit;
import io.rapport.jobs.BatchEditor;
import io.rapport.jobs.RecordPast;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RecordReversal;
import io.rapport.jobs.RecordVersions;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Cards reworded in batches, and brought back to what they were. */
public record CardEdits(String recordKind, RecordPast past) implements BatchEditor, RecordReversal, RecordVersions {

    @Override
    public String collection() {
        return "/api/cards";
    }

    @Override
    public Commands prepare(BatchEdit edit) {
        if (!edit.set().has("text")) {
            throw Refusal.of(Refusal.Kind.INVALID, "text", "required");
        }
        String text = edit.set().get("text").stringValue();
        return (id, expectedVersion) -> expectedVersion == null
                ? new Card.Reword(id, text) : new Card.Restate(id, expectedVersion, text);
    }

    @Override
    public List<PlannedRow> plan(List<Reversal> reversals) {
        return reversals.stream().<PlannedRow>map(reversal -> new PlannedRow.Change(reversal.wasMade()
                ? new Card.Withdraw(reversal.recordId(), reversal.expectedVersion())
                : new Card.Restate(reversal.recordId(), reversal.expectedVersion(), textAt(reversal.recordId(), reversal.before())))).toList();
    }

    @Override
    public ObjectNode at(String recordId, long version) {
        String number = past.upTo(recordId, 1, Card.Written.class).getFirst().number();
        return JsonNodeFactory.instance.objectNode().put("number", number.substring(recordKind.length()))
                .put("text", textAt(recordId, version));
    }

    private String textAt(String recordId, long version) {
        Object last = past.upTo(recordId, version, Object.class).getLast();
        return switch (last) {
            case Card.Written written -> written.text();
            case Card.Reworded reworded -> reworded.text();
            default -> throw new IllegalStateException();
        };
    }
}
