package io.rapport.reporting.intake;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the intake needs from the search index. Every method blocks until the index has answered. */
public interface SearchIndex {

    /**
     * Stores whole documents of any kinds in one bulk request, each with {@link RecordDocument#indexVersion()} as its
     * external version. A version that is already there, or a newer one, counts as stored.
     *
     * @return what the index refuses for good: record id to cause, without any value of the record; empty when every
     *         document was stored or was already newer
     * @throws RuntimeException if the index cannot be reached or is too busy: nothing may be assumed, repeat later
     */
    Map<String, String> store(Collection<? extends RecordDocument> documents);

    /**
     * Throws everything away. What is stored next finds an empty index of another {@link #identity()}.
     *
     * @throws RuntimeException if the index cannot be reached
     */
    void clear();

    /**
     * Makes everything stored so far visible to searches.
     *
     * @throws RuntimeException if the index cannot be reached
     */
    void refresh(RecordKind kind);

    /**
     * Version of one record in the index, whether or not searches see it yet (a get in real time); 0 when absent.
     *
     * @throws RuntimeException if the index cannot be reached
     */
    long versionOf(RecordKind kind, String recordId);

    /**
     * Names the storage behind the index (such as the UUIDs of its indexes): another name than before means that it
     * was lost and made anew, so that everything has to be stored again.
     */
    String identity();

    /** Hands every record's id and version to {@code consumer} in the order of ids, after a refresh. */
    void forEach(RecordKind kind, BiConsumer<String, Long> consumer);
}
