package io.rapport.reporting.search.likeness;

import io.rapport.reporting.search.likeness.OrganisationName.Script;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What two names have in common, the strongest first. */
enum NameLikeness {

    /** The same name proper, whatever its legal form. */
    EQUAL,
    /** Pronounced the same, such as 华为 and Huawei. */
    SOUND,
    /** A typing error apart. */
    NEAR,
    /** One begins as the other does, or is part of it. */
    PART,
    /** Nothing, though both are written alike. */
    NONE,
    /** Nothing that could be seen: 微软 may well be Microsoft. */
    UNTOLD;

    private static final int MOST_EDITS = 2;
    private static final LevenshteinDistance EDITS = new LevenshteinDistance(MOST_EDITS);
    /** Edits for each character that a typing error may come to. A Chinese character says more than a letter. */
    private static final double LETTERS_WRONG = 0.17;
    private static final double CHARACTERS_WRONG = 0.125;
    private static final double CHARACTERS_MORE = 0.25;
    private static final int SHORTEST_SPELLING = 5;

    static NameLikeness of(OrganisationName a, OrganisationName b) {
        if (a.core().isEmpty() || b.core().isEmpty()) {
            return UNTOLD;
        }
        if (a.core().equals(b.core()) || a.sorted().equals(b.sorted())) {
            return EQUAL;
        }
        if (a.sound().equals(b.sound()) && a.sound().length() >= SHORTEST_SPELLING) {
            return SOUND;
        }
        if (a.script() != b.script() || a.script() == Script.MIXED) {
            return contained(a, b) ? PART : UNTOLD;
        }
        if (a.decisive().equals(b.decisive()) && near(a, b)) {
            return NEAR;
        }
        return contained(a, b) ? PART : NONE;
    }

    private static boolean near(OrganisationName a, OrganisationName b) {
        int longer = Math.max(a.length(), b.length());
        int edits = EDITS.apply(a.core(), b.core());
        if (edits < 0) {
            return false;
        }
        boolean onlyMore = edits == Math.abs(a.length() - b.length());
        double allowed = a.script() == Script.LATIN ? LETTERS_WRONG : onlyMore ? CHARACTERS_MORE : CHARACTERS_WRONG;
        return edits <= Math.floor(longer * allowed);
    }

    private static boolean contained(OrganisationName a, OrganisationName b) {
        String shorter = a.length() <= b.length() ? a.core() : b.core();
        String longer = a.length() <= b.length() ? b.core() : a.core();
        int least = a.script() == Script.LATIN || b.script() == Script.LATIN ? 4 : 2;
        return shorter.length() >= least && longer.contains(shorter);
    }
}
