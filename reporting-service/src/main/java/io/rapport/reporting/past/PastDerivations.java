package io.rapport.reporting.past;

import io.rapport.reporting.intake.RecordDocument;

/** What a record showed at a past moment that follows from other records than its own. */
public interface PastDerivations {

    /**
     * The record as answers showed it then.
     *
     * @param then the record as its own events made it
     * @throws io.rapport.web.problem.ProblemException 503 when a service that owns one of the others does not answer
     */
    <D extends RecordDocument> D complete(D then, AsOf asOf);
}
