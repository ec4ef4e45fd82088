package io.rapport.jobs.card;

import io.rapport.contracts.refusal.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/** The smallest record that a file can bring. */
@AggregateRoot(type = "card")
public class Card {

    static final String NUMBERS = "card-number";

    public record Write(@TargetAggregateIdentifier String id, String number, String text) {
    }

    public record Reword(@TargetAggregateIdentifier String id, String text) {
    }

    /** Another text, if the card is still at the version. */
    public record Restate(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion,
                          String text) {
    }

    public record Withdraw(@TargetAggregateIdentifier String id, @TargetAggregateVersion Long expectedVersion) {
    }

    public record Withdrawn(String id) {
    }

    public record Written(String id, String number, String text) {
    }

    public record Reworded(String id, String text) {
    }

    /** The domain's port to reservations. */
    public interface Numbers {
        boolean take(String number, String cardId);

        void giveBack(String number, String cardId);
    }

    @AggregateIdentifier
    private String id;
    private String number;
    private String text;

    Card() {
    }

    @CommandHandler
    Card(Write command, Numbers numbers) {
        if (!numbers.take(command.number(), command.id())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "number", "number-taken", command.number());
        }
        refuseBadText(command.text());
        AggregateLifecycle.apply(new Written(command.id(), command.number(), command.text()));
    }

    @CommandHandler
    void handle(Reword command) {
        refuseBadText(command.text());
        if (!command.text().equals(text)) {
            AggregateLifecycle.apply(new Reworded(id, command.text()));
        }
    }

    @CommandHandler
    void handle(Restate command) {
        handle(new Reword(command.id(), command.text()));
    }

    @CommandHandler
    void handle(Withdraw command, Numbers numbers) {
        if (text.startsWith("keep")) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "card-kept");
        }
        numbers.giveBack(number, id);
        AggregateLifecycle.apply(new Withdrawn(id));
    }

    @EventSourcingHandler
    void on(Withdrawn event) {
        text = null;
    }

    @EventSourcingHandler
    void on(Written event) {
        id = event.id();
        number = event.number();
        text = event.text();
    }

    @EventSourcingHandler
    void on(Reworded event) {
        text = event.text();
    }

    private static void refuseBadText(String text) {
        if (text.equals("bad")) {
            throw Refusal.of(Refusal.Kind.INVALID, "text", "text-bad");
        }
    }
}
