package io.rapport.customer.api.sharing;

import io.rapport.customer.domain.sharing.Author;
import io.rapport.customer.domain.sharing.Shareable;

/**
 * The commands by which one sort of definition is made, changed and removed. Expected versions count from 0 and are
 * null where any will do.
 */
public interface ShareableCommands<D extends Shareable<D>> {

    Object make(String id, D definition, Author author);

    Object change(String id, Long expectedVersion, D definition, Author author);

    Object remove(String id, Long expectedVersion, Author author);
}
