package io.rapport.interaction.application.interactions;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.interaction.domain.interactions.InteractionCommand;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RecordReversal;
import org.springframework.stereotype.Component;

import java.util.List;

/** Takes back the interactions that an import made; it changes no others. */
@Component
class InteractionReversal implements RecordReversal {

    @Override
    public String recordKind() {
        return "interaction";
    }

    @Override
    public List<PlannedRow> plan(List<Reversal> reversals) {
        return reversals.stream().<PlannedRow>map(reversal -> reversal.wasMade()
                ? new PlannedRow.Change(new InteractionCommand.Withdraw(reversal.recordId(), reversal.expectedVersion()))
                : new PlannedRow.Refuse(Refusal.of(Refusal.Kind.CONFLICT, "", "conflict"))).toList();
    }
}
