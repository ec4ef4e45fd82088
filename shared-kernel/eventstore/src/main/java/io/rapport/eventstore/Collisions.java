package io.rapport.eventstore;

import java.sql.SQLException;
import java.util.Set;

import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells failures that come from another writer, and go away when one tries again, from all others. */
final class Collisions {

    /** Serialization failure and deadlock. */
    private static final Set<String> SQL_STATES = Set.of("40001", "40P01");

    private Collisions() {
    }

    static boolean isCollision(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException
                    || cause instanceof LockAcquisitionFailedException
                    || cause instanceof SQLException sql && hasState(sql)) {
                return true;
            }
        }
        return false;
    }

    /** What the driver itself refuses has no state. */
    private static boolean hasState(SQLException failure) {
        return failure.getSQLState() != null && SQL_STATES.contains(failure.getSQLState());
    }

    /** Inside someone else's transaction nothing can be tried again: PostgreSQL has already given it up. */
    static boolean mayTryAgain() {
        return !TransactionSynchronizationManager.isActualTransactionActive();
    }
}
