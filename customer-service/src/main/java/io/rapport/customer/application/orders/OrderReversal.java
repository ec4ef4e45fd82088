package io.rapport.customer.application.orders;

import io.rapport.customer.domain.orders.Order;
import io.rapport.customer.domain.orders.OrderCommand;
import io.rapport.customer.domain.orders.OrderEvent;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RecordPast;
import io.rapport.jobs.RecordReversal;
import org.springframework.stereotype.Component;

import java.util.List;

/** Makes orders again what they were before a job: those that it made are withdrawn. */
@Component
class OrderReversal implements RecordReversal {

    private final RecordPast past;

    OrderReversal(RecordPast past) {
        this.past = past;
    }

    @Override
    public String recordKind() {
        return "order";
    }

    @Override
    public List<PlannedRow> plan(List<Reversal> reversals) {
        return reversals.stream().<PlannedRow>map(reversal -> new PlannedRow.Change(command(reversal))).toList();
    }

    private OrderCommand command(Reversal reversal) {
        if (reversal.wasMade()) {
            return new OrderCommand.Withdraw(reversal.recordId(), reversal.expectedVersion());
        }
        List<OrderEvent> events = past.upTo(reversal.recordId(), reversal.before(), OrderEvent.class);
        return new OrderCommand.Restate(reversal.recordId(), reversal.expectedVersion(), Order.after(events));
    }
}
