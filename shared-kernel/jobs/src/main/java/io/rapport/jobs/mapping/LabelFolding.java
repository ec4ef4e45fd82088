package io.rapport.jobs.mapping;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

/**
 * Makes labels comparable that a person would read as the same: width, case, traditional or simplified characters,
 * spaces and punctuation do not count.
 */
public final class LabelFolding {

    private static final Normalizer2 NORMALIZER = Normalizer2.getNFKCCasefoldInstance();

    private LabelFolding() {
    }

    /** The comparable form; empty when the label has neither letters nor digits. */
    public static String fold(String label) {
        String normal = NORMALIZER.normalize(label);
        StringBuilder letters = new StringBuilder(normal.length());
        boolean ascii = true;
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.appendCodePoint(c);
                ascii &= c < 0x80;
            }
            i += Character.charCount(c);
        }
        return ascii ? letters.toString() : Simplified.TRANSLITERATOR.transliterate(letters.toString());
    }

    /** Loaded on first need: its tables take a tenth of a second. */
    private static final class Simplified {
        private static final Transliterator TRANSLITERATOR = Transliterator.getInstance("Traditional-Simplified");
    }
}
