package io.rapport.contact.application;

import io.rapport.contact.domain.Contact;
import io.rapport.contact.domain.ContactCommand;
import io.rapport.contact.domain.ContactEvent;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RecordPast;
import io.rapport.jobs.RecordReversal;
import org.springframework.stereotype.Component;

import java.util.List;

/** Makes contacts again what they were before a job: those that it made are withdrawn. */
@Component
class ContactReversal implements RecordReversal {

    private final RecordPast past;

    ContactReversal(RecordPast past) {
        this.past = past;
    }

    @Override
    public String recordKind() {
        return "contact";
    }

    @Override
    public List<PlannedRow> plan(List<Reversal> reversals) {
        return reversals.stream().<PlannedRow>map(reversal -> new PlannedRow.Change(command(reversal))).toList();
    }

    private ContactCommand command(Reversal reversal) {
        if (reversal.wasMade()) {
            return new ContactCommand.Withdraw(reversal.recordId(), reversal.expectedVersion());
        }
        List<ContactEvent> events = past.upTo(reversal.recordId(), reversal.before(), ContactEvent.class);
        return new ContactCommand.Restate(reversal.recordId(), reversal.expectedVersion(), Contact.after(events));
    }
}
