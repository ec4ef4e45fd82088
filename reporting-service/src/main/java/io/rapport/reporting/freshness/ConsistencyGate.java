package io.rapport.reporting.freshness;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.intake.RecordKind;

import java.util.Collection;

/** Lets a read wait until it sees the writes that its caller names. */
public interface ConsistencyGate {

    /**
     * Waits, at most 5 s, until documents of {@code kind} read by id contain these writes, and what follows from them.
     *
     * @throws io.rapport.web.problem.ProblemException 503 with {@code Retry-After} if they do not by then
     */
    void awaitDocuments(RecordKind kind, Collection<ConsistencyToken> writes);

    /**
     * Waits, at most 5 s, until searches over {@code kind} contain these writes too, and what follows from them.
     *
     * @throws io.rapport.web.problem.ProblemException 503 with {@code Retry-After} if they do not by then
     */
    void awaitSearch(RecordKind kind, Collection<ConsistencyToken> writes);
}
