package io.rapport.rights.autoconfiguration;

import io.rapport.rights.Rights;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.signin.Caller;

import java.time.Duration;

/** What the sender of a request may, at this moment. A controller may have {@link Rights} as an argument instead. */
public final class CallerRights {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final DirectoryFeed feed;

    CallerRights(DirectoryFeed feed) {
        this.feed = feed;
    }

    /**
     * @throws ProblemException 503 until the directory was read once
     */
    public Rights of(Caller caller) {
        DirectoryFeed.Known known = feed.known()
                .orElseThrow(() -> ProblemException.unavailable(RETRY, "unavailable"));
        return Rights.of(known.table(), known.directory(), caller.name(), caller.roles(), caller.team(),
                caller.scopes());
    }
}
