package io.rapport.customer.application.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.jobs.Job;
import io.rapport.jobs.api.JobAudience;
import io.rapport.rights.Action;
import io.rapport.rights.Detail;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.rights.Owners;
import io.rapport.rights.Rights;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;

/** Managers follow the jobs of those whose records they give to others, administrators everybody's. */
@Component
class FollowedJobs implements JobAudience {

    private final CallerPermissions permissions;

    FollowedJobs(CallerPermissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public Optional<Set<String>> creators(Caller caller) {
        Permissions of = permissions.of(caller);
        Rights rights = of.rights();
        if (rights.may(Kind.ADMINISTRATION, Action.READ)) {
            return Optional.empty();
        }
        if (!rights.roles().contains(Role.MANAGER)) {
            return Optional.of(Set.of());
        }
        return switch (of.owners(Kind.CUSTOMER, Action.ASSIGN)) {
            case Owners.Everyone() -> Optional.empty();
            case Owners.Nobody() -> Optional.of(Set.of());
            case Owners.Of(Set<String> users, boolean _) -> Optional.of(users);
        };
    }

    /** What a file brings belongs to its sender until it is a record's; what goes to no field may be anything. */
    @Override
    public boolean seesField(Job job, String field, Caller caller) {
        Permissions of = permissions.of(caller);
        Kind kind = Kind.of(job.recordKind()).orElseThrow();
        Holders sender = Holders.of(job.creator());
        return field == null ? of.seesAllFields(kind, sender) : of.detail(kind, field, sender) == Detail.FULL;
    }
}
