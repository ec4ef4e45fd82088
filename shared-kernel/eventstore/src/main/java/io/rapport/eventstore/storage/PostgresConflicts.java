package io.rapport.eventstore.storage;

import java.sql.SQLException;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;

/** Knows PostgreSQL's word for "another writer was faster"; Axon's own resolver does not. */
final class PostgresConflicts implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
