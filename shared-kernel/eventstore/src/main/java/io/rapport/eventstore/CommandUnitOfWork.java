package io.rapport.eventstore;

import java.util.concurrent.Callable;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;

/** One unit of work and one transaction around one or many commands: all of it is on disk at the end, or nothing. */
final class CommandUnitOfWork {

    /** Every event carries the context of its command, and the command as its cause. */
    private static final CorrelationDataProvider FROM_COMMAND = message ->
            message.getMetaData().withoutKeys(EventMetaData.COMMAND_ONLY).and(EventMetaData.CAUSATION_ID, message.getIdentifier());

    private final TransactionManager transactions;

    CommandUnitOfWork(TransactionManager transactions) {
        this.transactions = transactions;
    }

    static CommandMessage<?> message(Object command, CommandContext context) {
        return new GenericCommandMessage<>(command, MetaData.from(EventMetaData.of(context)));
    }

    /** Joins the transaction that is open on this thread, if there is one. */
    <R> R run(CommandMessage<?> first, Callable<R> work) {
        DefaultUnitOfWork<CommandMessage<?>> unitOfWork = DefaultUnitOfWork.startAndGet(first);
        unitOfWork.attachTransaction(transactions);
        unitOfWork.registerCorrelationDataProvider(FROM_COMMAND);
        ResultMessage<R> result = unitOfWork.executeWithResult(work, RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }
}
