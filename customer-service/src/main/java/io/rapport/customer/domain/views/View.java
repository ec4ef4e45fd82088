package io.rapport.customer.domain.views;

import io.rapport.values.FieldErrors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.List;

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
        decide(viewId, definition, command).forEach(AggregateLifecycle::apply);
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
        ViewDefinition view = checked(command.definition());
        SharingPolicies.whatEverybodySeesIsKeptByThoseWhoMayShare(command.author(), view.shared());
        return new ViewEvent.Saved(command.viewId(), owned(view, command.author().name()));
    }

    static List<ViewEvent> decide(String viewId, ViewDefinition before, ViewCommand.Replace command) {
        SharingPolicies.itIsThere(before);
        SharingPolicies.itIsChangedByThoseItBelongsTo(command.author(), before.owner(), before.shared());
        ViewDefinition after = owned(checked(command.definition()), before.owner());
        if (after.equals(before)) {
            return List.of();
        }
        SharingPolicies.whatEverybodySeesIsKeptByThoseWhoMayShare(command.author(), after.shared());
        FieldErrors errors = new FieldErrors();
        if (!after.recordKind().equals(before.recordKind())) {
            errors.add("recordKind", "record-kind-fixed");
        }
        errors.throwIfAny();
        return List.of(new ViewEvent.Saved(viewId, after));
    }

    static ViewEvent.Removed decide(ViewDefinition before, ViewCommand.Remove command) {
        SharingPolicies.itIsThere(before);
        SharingPolicies.itIsChangedByThoseItBelongsTo(command.author(), before.owner(), before.shared());
        return new ViewEvent.Removed();
    }

    private static ViewDefinition checked(ViewDefinition view) {
        FieldErrors errors = new FieldErrors();
        SharingPolicies.itHasANameAndAKind(view.name(), view.recordKind(), errors);
        SharingPolicies.theFilterIsOfBoundedLength(view.filter(), errors);
        SharingPolicies.columnsAndSortAreFewAndDifferent(view, errors);
        errors.throwIfAny();
        return view;
    }

    private static ViewDefinition owned(ViewDefinition view, String owner) {
        return new ViewDefinition(view.name().strip(), view.recordKind(), view.q(), view.columns(), view.filter(),
                view.sort(), view.shared(), owner);
    }
}
