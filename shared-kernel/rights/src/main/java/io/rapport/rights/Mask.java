package io.rapport.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a masked field shows. */
public enum Mask {

    /** {@code 138****0001}: the first three and the last four digits; of a short number the last two. */
    PHONE {
        @Override
        public String apply(String value) {
            long digits = value.chars().filter(Character::isDigit).count();
            int first = digits >= LONG_NUMBER ? FIRST_DIGITS : 0;
            int last = digits >= LONG_NUMBER ? LAST_DIGITS : LAST_OF_FEW;
            StringBuilder masked = new StringBuilder(value.length());
            int seen = 0;
            for (char character : value.toCharArray()) {
                if (Character.isDigit(character)) {
                    masked.append(seen < first || seen >= digits - last ? character : '*');
                    seen++;
                } else {
                    masked.append(Character.isLetter(character) ? '*' : character);
                }
            }
            return masked.toString();
        }
    },

    /** {@code z***n@huawei.com}: the first and the last character of the name, and the domain. */
    EMAIL {
        @Override
        public String apply(String value) {
            int at = value.lastIndexOf('@');
            String name = at < 0 ? value : value.substring(0, at);
            int[] characters = name.codePoints().toArray();
            String first = characters.length == 0 ? "" : Character.toString(characters[0]);
            String last = characters.length < SHORT_NAME ? "" : Character.toString(characters[characters.length - 1]);
            return first + "***" + last + (at < 0 ? "" : value.substring(at));
        }
    },

    /** {@code ****-05-**}: the month. */
    BIRTHDAY {
        @Override
        public String apply(String value) {
            String[] parts = value.split("-");
            return parts.length == YEAR_MONTH_DAY ? "****-" + parts[1] + "-**" : null;
        }
    },

    /** What may be either: as an e-mail address where it is one, else as a number. */
    CONTACT {
        @Override
        public String apply(String value) {
            return (value.indexOf('@') < 0 ? PHONE : EMAIL).apply(value);
        }
    },

    /** Nothing of the address itself: whoever shows it puts the record's city in its place. */
    ADDRESS {
        @Override
        public String apply(String value) {
            return null;
        }
    };

    private static final int LONG_NUMBER = 9;
    private static final int FIRST_DIGITS = 3;
    private static final int LAST_DIGITS = 4;
    private static final int LAST_OF_FEW = 2;
    private static final int SHORT_NAME = 3;
    private static final int YEAR_MONTH_DAY = 3;

    /**
     * @param value as it is kept
     * @return null where nothing of it may be shown
     */
    public abstract String apply(String value);

    static Optional<Mask> of(String code) {
        return Arrays.stream(values()).filter(mask -> mask.name().toLowerCase(Locale.ROOT).equals(code)).findFirst();
    }
}
