package io.rapport.customfields;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of administrators, given up where they would take for ever on some text. */
public final class BoundedPattern {

    private static final int MOST_STEPS = 1_000_000;

    private BoundedPattern() {
    }

    public static boolean isValid(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException broken) {
            return false;
        }
    }

    /** Whether the whole text matches; not, where that cannot be found out in time. */
    public static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(new Counted(text)).matches();
        } catch (TooManySteps | StackOverflowError endless) {
            return false;
        }
    }

    private static final class TooManySteps extends RuntimeException {

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {

        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
