package io.rapport.reporting.intake;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.TestEvents;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class EventSpansTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String REQUEST = "b7ad6b7169203331";

    private final List<ReadableSpan> ended = new ArrayList<>();

    @Test
    void theProjectionIsPartOfTheTraceOfItsRequest() {
        try (EventSpans.Open ignored = spans().open(List.of(List.of(arrival("00-" + TRACE + "-" + REQUEST + "-01"))))) {
            assertThat(ended).isEmpty();
        }

        assertThat(ended).singleElement().satisfies(span -> {
            assertThat(span.getSpanContext().getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanContext().getSpanId()).isEqualTo(REQUEST);
            assertThat(span.getName()).isEqualTo("project customer.registered.v1");
        });
    }

    @Test
    void whatIsNotSampledCostsNoSpan() {
        spans().open(List.of(List.of(arrival("00-" + TRACE + "-" + REQUEST + "-00"), arrival(null),
                arrival("nonsense")))).close();

        assertThat(ended).isEmpty();
    }

    private EventSpans spans() {
        io.opentelemetry.api.trace.Tracer otel = SdkTracerProvider.builder().addSpanProcessor(new Keeping()).build()
                .get("test");
        OtelTracer tracer = new OtelTracer(otel, new OtelCurrentTraceContext(), event -> { });
        OtelPropagator propagator = new OtelPropagator(
                ContextPropagators.create(W3CTraceContextPropagator.getInstance()), otel);
        return new EventSpans(provider(Tracer.class, tracer), provider(Propagator.class, propagator));
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean(type.getName(), bean);
        return beans.getBeanProvider(type);
    }

    private static Arrival arrival(String traceparent) {
        EventEnvelope event = TestEvents.customerRegistered(TestEvents.newId(), "A");
        return new Arrival(new EventEnvelope(event.id(), event.source(), event.type(), event.subject(), event.time(),
                event.sequence(), event.actor(), null, null, null, traceparent, null, event.data()),
                new ConsumerRecord<>("any", 0, 0, event.subject(), event.data()));
    }

    private final class Keeping implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
        }

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.add(span);
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
