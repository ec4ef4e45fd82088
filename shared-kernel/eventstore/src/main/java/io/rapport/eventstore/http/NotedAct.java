package io.rapport.eventstore.http;

import io.rapport.eventstore.CommandWitness;
import io.rapport.eventstore.Recorded;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;

import java.util.Map;

/**
 * Notes an act in the trail when it is decided and before it is stored: what is refused is not noted, and what cannot be
 * noted does not happen. Should storing fail then, a second entry says so.
 *
 * @param trail where
 * @param entry what
 */
public record NotedAct(Trail trail, TrailEntry entry) implements CommandWitness {

    /** @throws io.rapport.trail.TrailUnavailable if it cannot be noted now */
    @Override
    public void beforeCommit(Recorded recorded) {
        trail.record(entry);
    }

    @Override
    public void notConfirmed() {
        trail.mention(TrailEntry.of(TrailAction.UNCONFIRMED, entry.who(), entry.requestId(), entry.kind(),
                entry.records(), Map.of("act", entry.action(), "entry", entry.id())));
    }
}
