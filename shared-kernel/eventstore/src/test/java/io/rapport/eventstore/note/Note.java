package io.rapport.eventstore.note;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.rapport.contracts.refusal.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

/** The smallest record that has everything the event store must carry. */
@AggregateRoot(type = "note")
public class Note {

    @AggregateIdentifier
    private String id;
    private String number;
    private String text;
    private BigDecimal price;
    private Instant writtenAt;
    private List<String> formerTexts = new ArrayList<>();

    Note() {
    }

    @CommandHandler
    Note(NoteCommand.Write command, NoteNumbers numbers) {
        if (!numbers.take(command.number(), command.id())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "number", "number-taken", command.number());
        }
        if (command.text().isBlank()) {
            throw Refusal.of(Refusal.Kind.INVALID, "text", "text-missing");
        }
        AggregateLifecycle.apply(new NoteEvent.Written(command.id(), command.number(), command.text(), command.price(),
                Instant.parse("2026-01-02T03:04:05.678901Z")));
    }

    @CommandHandler
    void handle(NoteCommand.Reword command) {
        if (command.text().isBlank()) {
            throw Refusal.of(Refusal.Kind.INVALID, "text", "text-missing");
        }
        if (!command.text().equals(text)) {
            AggregateLifecycle.apply(new NoteEvent.Reworded(id, command.text()));
        }
    }

    @CommandHandler
    void handle(NoteCommand.RewordAndRefuse command) {
        AggregateLifecycle.apply(new NoteEvent.Reworded(id, command.text()));
        throw Refusal.of(Refusal.Kind.INVALID, "text", "text-refused");
    }

    @EventSourcingHandler
    void evolve(NoteEvent event) {
        switch (event) {
            case NoteEvent.Written written -> {
                id = written.id();
                number = written.number();
                text = written.text();
                price = written.price();
                writtenAt = written.at();
            }
            case NoteEvent.Reworded reworded -> {
                formerTexts.add(text);
                text = reworded.text();
            }
        }
    }

    public String number() {
        return number;
    }

    public String state() {
        return String.join("|", id, number, text, String.valueOf(price), String.valueOf(writtenAt), formerTexts.toString());
    }
}
