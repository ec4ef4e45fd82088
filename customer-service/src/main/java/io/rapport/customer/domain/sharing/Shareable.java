package io.rapport.customer.domain.sharing;

import io.rapport.values.FieldErrors;

/**
 * A definition that somebody keeps for himself or for everybody.
 *
 * @param <D> its own type
 */
public interface Shareable<D extends Shareable<D>> {

    String name();

    /** The kind of the records it is about: {@code customer}, {@code contact}, … */
    String recordKind();

    /** In the filter language of lists; null for none. */
    String filter();

    /** Whether everybody sees it, not its owner alone. */
    boolean shared();

    /** Who made it; null as long as it is only asked for. */
    String owner();

    /** The same as it is kept: of this owner, its name without blanks around it. */
    D keptFor(String owner);

    /** Checks what only definitions of this type have. */
    void check(FieldErrors errors);
}
