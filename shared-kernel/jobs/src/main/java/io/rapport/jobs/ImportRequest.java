package io.rapport.jobs;

import io.rapport.contracts.rights.Role;
import io.rapport.jobs.reading.ByteSource;

import java.util.Map;
import java.util.Set;

/**
 * A file to be imported.
 *
 * @param file          what was uploaded
 * @param mapping       header → field, or null to leave the column out; headers not named keep what is proposed
 * @param recognisedBy  what rows are recognised by, one of {@link RowImporter#recognitions()}; null for what is usual
 * @param dryRun        whether to count only
 * @param creator       in whose name the records change
 * @param creatorRoles  his roles, for rules about new records that ask for them
 * @param correlationId of the request
 * @param traceparent   of the request; null where it was not traced
 * @param key           of the request; null when it had none
 */
public record ImportRequest(ByteSource file, Map<String, String> mapping, String recognisedBy, boolean dryRun,
                            String creator, Set<Role> creatorRoles, String correlationId, String traceparent,
                            RequestKey key) {
}
