package io.rapport.eventstore.note;

import java.util.Map;

import io.rapport.eventstore.PublicEvent;
import io.rapport.eventstore.RecordType;
import io.rapport.eventstore.Reservations;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A command service reduced to what it gives to the event store. */
@SpringBootApplication(excludeName = "io.rapport.web.signin.SignInAutoConfiguration")
public class NoteService {

    @Bean
    RecordType<Note, NoteEvent> noteRecords() {
        return RecordType.of("note", "1", Note.class, NoteEvent.class, NoteService::publish)
                .event("note.written", "2", NoteEvent.Written.class)
                .event("note.reworded", "1", NoteEvent.Reworded.class)
                .answering(note -> Map.of("number", note.number()))
                .build();
    }

    private static PublicEvent publish(NoteEvent event) {
        return switch (event) {
            case NoteEvent.Written written -> new PublicEvent("note.written.v1", written);
            case NoteEvent.Reworded reworded -> new PublicEvent("note.reworded.v1", Map.of("text", reworded.text()));
        };
    }

    @Bean
    NoteNumbers noteNumbers(Reservations reservations) {
        return (number, id) -> reservations.reserve("note-number", number, id);
    }

    @Bean
    EventUpcaster noteWritten1To2() {
        return new SingleEventUpcaster() {
            private final SimpleSerializedType from = new SimpleSerializedType("note.written", "1");
            private final SimpleSerializedType to = new SimpleSerializedType("note.written", "2");

            @Override
            protected boolean canUpcast(IntermediateEventRepresentation event) {
                return event.getType().equals(from);
            }

            @Override
            protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
                return event.upcastPayload(to, JsonNode.class, node -> {
                    ObjectNode written = (ObjectNode) node;
                    written.set("text", written.remove("body"));
                    return written;
                });
            }
        };
    }
}
