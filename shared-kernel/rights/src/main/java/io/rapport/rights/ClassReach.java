package io.rapport.rights;

import io.rapport.contracts.rights.Scope;

/**
 * How far a role sees the fields of a class; further away they are hidden.
 *
 * @param full   where it sees them as they are
 * @param masked where it sees them masked, beyond {@code full}
 * @param scope  what the token has to carry for it; null for nothing
 */
public record ClassReach(Reach full, Reach masked, Scope scope) {

    static final ClassReach HIDDEN = new ClassReach(Reach.NONE, Reach.NONE, null);
}
