package io.rapport.rights;

import java.util.Set;

/**
 * What is declared of a field that is not a fact.
 *
 * @param classes one; several for what is computed from fields of several classes: it tells something of each of them
 * @param mask    how it is shown to whom it is masked; null where it is hidden instead
 */
public record FieldRule(Set<FieldClass> classes, Mask mask) {

    public FieldRule {
        classes = Set.copyOf(classes);
        if (classes.isEmpty() || mask != null && (classes.size() > 1 || !classes.iterator().next().canBeMasked())) {
            throw new IllegalArgumentException("a mask is for one class that can be masked");
        }
    }
}
