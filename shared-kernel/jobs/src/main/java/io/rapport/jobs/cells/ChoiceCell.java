package io.rapport.jobs.cells;

import io.rapport.jobs.mapping.LabelFolding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a code of an administered list by any of its labels, or by the code itself. */
public final class ChoiceCell {

    private final Map<String, String> codes = new HashMap<>();

    /** Adds a code and what it is called; a label that is taken keeps its first meaning. */
    public ChoiceCell with(String code, String... labels) {
        codes.putIfAbsent(LabelFolding.fold(code), code);
        for (String label : labels) {
            codes.putIfAbsent(LabelFolding.fold(label), code);
        }
        return this;
    }

    /** Empty when no code is called so. */
    public Optional<String> parse(String text) {
        return Optional.ofNullable(codes.get(LabelFolding.fold(text)));
    }
}
