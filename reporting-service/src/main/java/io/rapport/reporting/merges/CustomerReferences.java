package io.rapport.reporting.merges;

import java.util.Collection;
import java.util.Set;

/** By which ids records of other kinds may refer to customers. */
@FunctionalInterface
public interface CustomerReferences {

    /** The ids of these customers, of those that answer for them in the end, and of all these answer for. */
    Set<String> referredAs(Collection<String> customerIds);
}
