package io.rapport.customer.application.opportunities;

import io.rapport.customer.domain.opportunities.Opportunity;
import io.rapport.customer.domain.opportunities.OpportunityCommand;
import io.rapport.customer.domain.opportunities.OpportunityEvent;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RecordPast;
import io.rapport.jobs.RecordReversal;
import org.springframework.stereotype.Component;

import java.util.List;

/** Makes opportunities again what they were before a job: those that it made are withdrawn. */
@Component
class OpportunityReversal implements RecordReversal {

    private final RecordPast past;

    OpportunityReversal(RecordPast past) {
        this.past = past;
    }

    @Override
    public String recordKind() {
        return "opportunity";
    }

    @Override
    public List<PlannedRow> plan(List<Reversal> reversals) {
        return reversals.stream().<PlannedRow>map(reversal -> new PlannedRow.Change(command(reversal))).toList();
    }

    private OpportunityCommand command(Reversal reversal) {
        if (reversal.wasMade()) {
            return new OpportunityCommand.Withdraw(reversal.recordId(), reversal.expectedVersion());
        }
        var events = past.timedUpTo(reversal.recordId(), reversal.before(), OpportunityEvent.class);
        return new OpportunityCommand.Restate(reversal.recordId(), reversal.expectedVersion(),
                Opportunity.after(events));
    }
}
