package io.rapport.eventstore;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.storage.NotifyingEventStore;
import io.rapport.web.signin.Caller;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandMessageHandlingMember;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * Finds the aggregate that a command is for and lets it handle the command, in the unit of work that is open. It goes to
 * the repositories directly: the command bus would open a unit of work of its own for each command.
 */
final class CommandTargets {

    /** What a command came to, and whether anything was recorded. */
    record Handled(Recorded recorded, boolean changed) {
    }

    private final Map<Class<?>, Target<?>> targets = new HashMap<>();
    private final StoredEventTypes types;
    private final CommandGate gate;

    CommandTargets(StoredEventTypes types, Configuration axon, ParameterResolverFactory parameters,
                   HandlerDefinition handlers, CommandGate gate) {
        this.types = types;
        this.gate = gate;
        types.aggregates().forEach(aggregate -> addHandlersOf(aggregate, types, axon, parameters, handlers));
    }

    private <T> void addHandlersOf(Class<T> aggregate, StoredEventTypes types, Configuration axon,
                                   ParameterResolverFactory parameters, HandlerDefinition definition) {
        AggregateModel<T> model =
                AnnotatedAggregateMetaModelFactory.inspectAggregate(aggregate, parameters, definition);
        checkKind(aggregate, types);
        Repository<T> repository = axon.repository(aggregate);
        model.allCommandHandlers().values().stream().flatMap(List::stream).distinct().forEach(handler -> {
            boolean creates = handler.unwrap(CommandMessageHandlingMember.class)
                    .map(CommandMessageHandlingMember::isFactoryHandler).orElse(false);
            Target<?> before = targets.put(handler.payloadType(), new Target<>(repository, handler, creates));
            if (before != null && !before.handler.equals(handler)) {
                throw new IllegalStateException("two handlers for " + handler.payloadType().getName());
            }
        });
    }

    private static void checkKind(Class<?> aggregate, StoredEventTypes types) {
        Object kind = AnnotationUtils.findAnnotationAttributes(aggregate, AggregateRoot.class)
                .map(attributes -> attributes.get("type")).orElse(null);
        if (!types.typeOf(aggregate).map(StoredEventTypes.StoredType::name).orElseThrow().equals(kind)) {
            throw new IllegalStateException(aggregate.getName() + " must be an @AggregateRoot with the type under which"
                    + " it is stored, but has " + kind);
        }
    }

    /**
     * @throws Refusal when the record is not known, has moved on, or refuses
     */
    Handled handle(CommandMessage<?> command) throws Exception {
        Target<?> target = targets.get(command.getPayloadType());
        if (target == null) {
            throw new IllegalArgumentException("no aggregate handles " + command.getPayloadType().getName());
        }
        return target.handle(command, types, EventMetaData.callerOf(command) == null ? CommandGate.OPEN : gate);
    }

    private record Target<T>(Repository<T> repository, MessageHandlingMember<? super T> handler, boolean creates) {

        Handled handle(CommandMessage<?> command, StoredEventTypes types, CommandGate gate) throws Exception {
            return creates ? create(admitted(command, gate), types) : change(command, types, gate);
        }

        private static CommandMessage<?> admitted(CommandMessage<?> command, CommandGate gate) {
            Caller caller = EventMetaData.callerOf(command);
            if (caller == null) {
                return command;
            }
            Object admitted = gate.toCreate(command.getPayload(), caller);
            return new GenericCommandMessage<>(new GenericMessage<>(command.getIdentifier(), admitted,
                    command.getMetaData().and(EventMetaData.ROLES, EventMetaData.codes(gate.rolesOf(caller)))),
                    command.getCommandName());
        }

        @SuppressWarnings("unchecked")
        private Handled create(CommandMessage<?> command, StoredEventTypes types) throws Exception {
            Aggregate<T> aggregate = repository.newInstance(() -> (T) handler.handle(command, null));
            return new Handled(recorded(aggregate, types, List.of()), true);
        }

        private Handled change(CommandMessage<?> command, StoredEventTypes types, CommandGate gate) throws Exception {
            CommandAddress address = CommandAddress.of(command.getPayload());
            Aggregate<T> aggregate = load(address.recordId());
            aggregate.invoke(root -> {
                gate.toChange(root, command.getPayload(), EventMetaData.callerOf(command));
                return null;
            });
            Long before = aggregate.version();
            if (address.expectedVersion() != null && !address.expectedVersion().equals(before)) {
                throw outdated();
            }
            int published = NotifyingEventStore.publishedIn(CurrentUnitOfWork.get());
            aggregate.handle(command);
            List<ConsistencyToken> others =
                    others(NotifyingEventStore.publishedAfter(CurrentUnitOfWork.get(), published), address.recordId());
            return new Handled(recorded(aggregate, types, others), !aggregate.version().equals(before));
        }

        private Aggregate<T> load(String recordId) {
            try {
                return repository.load(recordId);
            } catch (AggregateNotFoundException _) {
                throw Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
            }
        }

        private static Recorded recorded(Aggregate<?> aggregate, StoredEventTypes types,
                                         List<ConsistencyToken> others) {
            return new Recorded(aggregate.identifierAsString(), aggregate.version() + 1,
                    aggregate.invoke(types::answer), others);
        }

        /** Records that the aggregate's handler changed besides its own, each as it is after its last event. */
        private static List<ConsistencyToken> others(List<EventMessage<?>> published, String recordId) {
            Map<String, ConsistencyToken> others = new LinkedHashMap<>();
            for (EventMessage<?> message : published) {
                if (message instanceof DomainEventMessage<?> event && !event.getAggregateIdentifier().equals(recordId)) {
                    others.put(event.getAggregateIdentifier(), new ConsistencyToken(event.getType(),
                            event.getAggregateIdentifier(), event.getSequenceNumber() + 1));
                }
            }
            return List.copyOf(others.values());
        }
    }

    static Refusal outdated() {
        return Refusal.of(Refusal.Kind.OUTDATED, "", "outdated");
    }
}
