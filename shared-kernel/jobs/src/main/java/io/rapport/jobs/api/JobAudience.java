package io.rapport.jobs.api;

import io.rapport.contracts.rights.Scope;
import io.rapport.jobs.Job;
import io.rapport.web.signin.Caller;

import java.util.Optional;
import java.util.Set;

/** Whose jobs somebody may follow, besides his own. For all others they do not exist. A service may say more than this. */
@FunctionalInterface
public interface JobAudience {

    /** Administrators follow everybody's jobs, others none. */
    JobAudience ADMINISTRATORS = caller -> caller.may(Scope.ADMIN) ? Optional.empty() : Optional.of(Set.of());

    /** Names of the creators; empty for everybody. */
    Optional<Set<String>> creators(Caller caller);

    /**
     * Whether a follower sees what the file of a job brings for a field. Whoever sent the file knows it.
     *
     * @param field where commands have it, such as {@code address.registered}; null for what goes to no field
     */
    default boolean seesField(Job job, String field, Caller caller) {
        return true;
    }

    default boolean mayFollow(String creator, Caller caller) {
        return creator.equals(caller.name()) || creators(caller).map(names -> names.contains(creator)).orElse(true);
    }
}
