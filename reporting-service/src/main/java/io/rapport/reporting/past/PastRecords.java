package io.rapport.reporting.past;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        return Optional.ofNullable(new Fold<>(model).from(services.events(model.kind(), id, 0, asOf.instant()), asOf));
    }

    /**
     * Several records of one kind; those that did not exist yet are missing.
     *
     * @throws io.rapport.web.problem.ProblemException 503 when the service that owns them does not answer
     */
    public <D extends RecordDocument> List<D> findAll(ReadModel<D> model, Collection<String> ids, AsOf asOf) {
        List<String> all = List.copyOf(ids);
        List<D> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += OwningServices.MOST_RECORDS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + OwningServices.MOST_RECORDS));
            services.firstEvents(model.kind(), some, asOf.instant()).stream()
                    .collect(Collectors.groupingBy(EventEnvelope::subject)).values()
                    .forEach(events -> found.add(new Fold<>(model).from(events, asOf)));
        }
        return found;
    }

    /** The events of one record, portion by portion. */
    private final class Fold<D extends RecordDocument> {

        private final ReadModel<D> model;
        private D document;

        Fold(ReadModel<D> model) {
            this.model = model;
        }

        /** @return null without events */
        D from(List<EventEnvelope> first, AsOf asOf) {
            List<EventEnvelope> events = first;
            try {
                fold(events);
                while (events.size() >= OwningServices.MOST_EVENTS) {
                    events = services.events(model.kind(), document.id(), document.version(), asOf.instant());
                    fold(events);
                }
            } catch (UnprojectableEvent unprojectable) {
                // The present stands still here too, until the event is released.
            }
            return document;
        }

        private void fold(List<EventEnvelope> events) throws UnprojectableEvent {
            for (EventEnvelope event : events) {
                document = model.fold(document, event);
            }
        }
    }
}
