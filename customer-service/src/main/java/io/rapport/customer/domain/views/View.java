package io.rapport.customer.domain.views;

import io.rapport.customer.domain.sharing.Sharing;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.Optional;

/** A view 视图: a list with columns, filter and order, for its owner or for everybody. */
@AggregateRoot(type = "view")
public class View {

    @AggregateIdentifier
    private String viewId;
    /** Null once it is removed. */
    private ViewDefinition definition;

    /** For the store, which replays the events. */
    View() {
    }

    @CommandHandler
    View(ViewCommand.Save command) {
        AggregateLifecycle.apply(decide(command));
    }

    @CommandHandler
    void handle(ViewCommand.Replace command) {
        decide(viewId, definition, command).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ViewCommand.Remove command) {
        AggregateLifecycle.apply(decide(definition, command));
    }

    @EventSourcingHandler
    void on(ViewEvent event) {
        if (event instanceof ViewEvent.Saved saved) {
            viewId = saved.viewId();
        }
        definition = switch (event) {
            case ViewEvent.Saved(_, ViewDefinition saved) -> saved;
            case ViewEvent.Removed _ -> null;
        };
    }

    static ViewEvent.Saved decide(ViewCommand.Save command) {
        return new ViewEvent.Saved(command.viewId(), Sharing.made(command.definition(), command.author()));
    }

    static Optional<ViewEvent> decide(String viewId, ViewDefinition before, ViewCommand.Replace command) {
        return Sharing.remade(before, command.definition(), command.author())
                .map(after -> new ViewEvent.Saved(viewId, after));
    }

    static ViewEvent.Removed decide(ViewDefinition before, ViewCommand.Remove command) {
        Sharing.allowRemoval(before, command.author());
        return new ViewEvent.Removed();
    }
}
