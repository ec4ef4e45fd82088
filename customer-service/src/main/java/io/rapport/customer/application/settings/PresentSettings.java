package io.rapport.customer.application.settings;

import java.util.List;
import java.util.Optional;

/**
 * The settings of one kind as they are now.
 *
 * @param <D> their definitions
 */
public interface PresentSettings<D> {

    /**
     * All of them in the order of their ids. For commands: held in memory, at most a second behind what another
     * instance has changed and never behind this one.
     */
    List<Setting<D>> all();

    /** One of {@link #all()}; empty when there is none, or it was removed. */
    default Optional<Setting<D>> find(String id) {
        return all().stream().filter(setting -> setting.id().equals(id)).findFirst();
    }

    /** One as it is in the database at this moment; empty when there is none, or it was removed. */
    Optional<Setting<D>> stored(String id);

    /** All as they are in the database at this moment, in the order of their ids. */
    List<Setting<D>> stored();

    /**
     * Of settings that people keep, see {@link io.rapport.customer.domain.sharing.Shareable}: some of those that are
     * shared or the reader's own, as they are in the database at this moment, in the order of their names.
     *
     * @param recordKind null for those about any kind of record
     * @param afterName  name of the last one that is known already; null to begin
     * @param afterId    id of that one
     */
    Part<D> readableBy(String reader, String recordKind, String afterName, String afterId, int most);

    /** @param total how many there are altogether */
    record Part<D>(List<Setting<D>> settings, long total) {
    }

    /**
     * Whether there ever was one of this id: then it is changed by a command to its aggregate, not made, even if it was
     * removed since.
     */
    boolean everStored(String id);
}
