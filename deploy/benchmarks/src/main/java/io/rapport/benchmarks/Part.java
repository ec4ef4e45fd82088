package io.rapport.benchmarks;

import java.util.Locale;

/** What can be measured by itself: {@code --only lists,export}. */
enum Part {

    START, VISIBILITY, IMPORT, QUERIES, DUPLICATES, MEMORY, PROJECTION, COMMANDS, RELAY, LISTS, EXPORT;

    /** Its name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
