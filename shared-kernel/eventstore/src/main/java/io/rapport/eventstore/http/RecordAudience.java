package io.rapport.eventstore.http;

import java.util.Collection;
import java.util.Set;

import io.rapport.web.signin.Caller;

/** Who may be told the past of a record. Without one in a service, its paths decide alone. */
@FunctionalInterface
public interface RecordAudience {

    /** Those of the records that the caller sees as they are now; an unknown one is not among them. */
    Set<String> visible(Collection<String> recordIds, Caller caller);
}
