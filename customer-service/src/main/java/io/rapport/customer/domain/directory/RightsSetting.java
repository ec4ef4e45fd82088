package io.rapport.customer.domain.directory;

import io.rapport.rights.Kind;
import io.rapport.rights.RightsTable;
import io.rapport.values.FieldErrors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

import java.util.EnumSet;
import java.util.List;

/** The table of rights as administrators change it. */
@AggregateRoot(type = "rights")
public class RightsSetting {

    @AggregateIdentifier
    private String rightsId;
    private RightsDefinition definition;

    /** For the store, which replays the events. */
    RightsSetting() {
    }

    @CommandHandler
    RightsSetting(RightsCommand.Define command) {
        decide(null, command.definition()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(RightsCommand.Redefine command) {
        decide(definition, command.definition()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(RightsEvent event) {
        definition = evolve(event);
        rightsId = RightsCommand.ID;
    }

    /** @param before null for the first */
    static List<RightsEvent> decide(RightsDefinition before, RightsDefinition wanted) {
        RightsDefinition after = new RightsDefinition(tableOf(wanted).naming(EnumSet.allOf(Kind.class)).asMap());
        return after.equals(before) ? List.of() : List.of(new RightsEvent.Defined(after));
    }

    static RightsDefinition evolve(RightsEvent event) {
        return switch (event) {
            case RightsEvent.Defined(RightsDefinition definition) -> definition;
        };
    }

    private static RightsTable tableOf(RightsDefinition definition) {
        FieldErrors errors = new FieldErrors();
        try {
            RightsTable table = RightsTable.of(definition.table());
            if (table.administrators().isEmpty()) {
                errors.add("table.administrator", "rights-without-administrator");
            }
            errors.throwIfAny();
            return table;
        } catch (RightsTable.Invalid invalid) {
            errors.add("table." + invalid.field(), "rights-table-invalid");
            errors.throwIfAny();
            throw invalid;
        }
    }
}
