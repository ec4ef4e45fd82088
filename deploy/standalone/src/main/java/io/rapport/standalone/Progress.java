package io.rapport.standalone;

import java.util.List;

/** Told how a start goes on, a few times a second. */
public interface Progress {

    /** Nobody watches. */
    Progress SILENT = (done, all, waitingFor) -> { };

    /**
     * @param done       how many parts answer
     * @param all        how many there are
     * @param waitingFor names of those awaited now
     */
    void update(int done, int all, List<String> waitingFor);
}
