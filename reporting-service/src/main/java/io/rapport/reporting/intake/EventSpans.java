package io.rapport.reporting.intake;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.rapport.contracts.event.EventEnvelope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Continues the trace of the request that caused an event, so that the projection shows up in it. */
@Component
class EventSpans {

    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<Propagator> propagator;

    EventSpans(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Spans of one batch; closed when its events can be read. */
    interface Open extends AutoCloseable {

        @Override
        void close();
    }

    /** Opens a span for every event whose request is sampled. */
    Open open(Collection<List<Arrival>> arrivals) {
        Propagator present = propagator.getIfAvailable();
        if (tracer.getIfAvailable() == null || present == null) {
            return () -> { };
        }
        List<Span> spans = new ArrayList<>();
        arrivals.forEach(events -> events.forEach(arrival -> {
            EventEnvelope event = arrival.event();
            if (sampled(event.traceparent())) {
                spans.add(present.extract(Map.of("traceparent", event.traceparent()), Map::get)
                        .name("project " + event.type())
                        .kind(Span.Kind.CONSUMER)
                        .tag("rapport.record", event.subject())
                        .tag("rapport.sequence", event.sequence())
                        .start());
            }
        }));
        return () -> spans.forEach(Span::end);
    }

    /** The last bit of the flags of a W3C trace context. */
    private static boolean sampled(String traceparent) {
        if (traceparent == null || traceparent.length() < 55) {
            return false;
        }
        int lowDigit = Character.digit(traceparent.charAt(54), 16);
        return lowDigit > 0 && (lowDigit & 1) == 1;
    }
}
