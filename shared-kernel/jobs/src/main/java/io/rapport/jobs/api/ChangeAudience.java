package io.rapport.jobs.api;

import io.rapport.jobs.RehearsedChange;
import io.rapport.web.request.RequestContext;

import java.util.List;

/** What somebody sees of the records that a dry run would change. Without one in a service nothing is told of them. */
@FunctionalInterface
public interface ChangeAudience {

    /**
     * The changes as the caller may see them: without records and fields that he does not see, masked where he sees
     * them masked.
     *
     * @param recordKind kind of the records, for example {@code customer}
     */
    List<RehearsedChange> shown(String recordKind, List<RehearsedChange> changes, RequestContext context);
}
