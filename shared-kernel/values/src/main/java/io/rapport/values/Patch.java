package io.rapport.values;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change to some components of a record, as JSON merge patch (RFC 7396) means it.
 *
 * @param changed new values; a null component stays as it is
 * @param cleared names of the components that lose their value; a part of a nested record as {@code address.delivery}
 */
public record Patch<T extends Record>(T changed, Set<String> cleared) {

    public Patch {
        cleared = Collections.unmodifiableSet(new TreeSet<>(cleared));
    }
}
