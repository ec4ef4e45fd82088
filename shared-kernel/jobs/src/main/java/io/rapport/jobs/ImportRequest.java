package io.rapport.jobs;

import io.rapport.jobs.reading.ByteSource;
import io.rapport.web.signin.Caller;

import java.util.Map;

/**
 * A file to be imported.
 *
 * @param file          what was uploaded
 * @param mapping       header → field, or null to leave the column out; headers not named keep what is proposed
 * @param recognisedBy  what rows are recognised by, one of {@link RowImporter#recognitions()}; null for what is usual
 * @param dryRun        whether to count only
 * @param caller        in whose name and with whose rights the records change
 * @param correlationId of the request
 * @param traceparent   of the request; null where it was not traced
 * @param key           of the request; null when it had none
 */
public record ImportRequest(ByteSource file, Map<String, String> mapping, String recognisedBy, boolean dryRun,
                            Caller caller, String correlationId, String traceparent, RequestKey key) {

    String creator() {
        return caller.name();
    }
}
