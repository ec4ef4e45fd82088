package io.rapport.reporting.past;

import java.util.List;
import java.util.Optional;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.springframework.stereotype.Component;

/** Single records as they were at a moment: their events up to then, folded as the present is folded. */
@Component
public class PastRecords {

    private final OwningServices services;

    PastRecords(OwningServices services) {
        this.services = services;
    }

    /**
     * @return empty when the record did not exist yet
     * @throws io.rapport.web.problem.ProblemException 503 when the service that owns the record does not answer
     */
    public <D extends RecordDocument> Optional<D> find(ReadModel<D> model, String id, AsOf asOf) {
        D document = null;
        List<EventEnvelope> events;
        do {
            events = services.events(model.kind(), id, document == null ? 0 : document.version(), asOf.instant());
            for (EventEnvelope event : events) {
                try {
                    document = model.fold(document, event);
                } catch (UnprojectableEvent unprojectable) {
                    // The present stands still here too, until the event is released.
                    return Optional.ofNullable(document);
                }
            }
        } while (!events.isEmpty());
        return Optional.ofNullable(document);
    }
}
