package io.rapport.jobs.reading;

import io.rapport.contracts.refusal.Refusal;

/** Refusals of a whole file; {@code line} is the first argument wherever one line is to blame. */
final class FileProblem {

    private FileProblem() {
    }

    static Refusal of(String code, Object... arguments) {
        return Refusal.of(Refusal.Kind.INVALID, "file", code, arguments);
    }
}
