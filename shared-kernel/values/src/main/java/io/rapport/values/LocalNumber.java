package io.rapport.values;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers without area code, or without country where it is not the mainland: only their shape can be judged. */
final class LocalNumber {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final List<String> REGIONS = List.of("HK", "MO", "TW", "US");
    /** Subscriber numbers begin with 2 to 8 (0 and 1 lead elsewhere, 9 is for services); short codes likewise. */
    private static final Pattern SUBSCRIBER = Pattern.compile("[2-8]\\d{3,7}");
    /** The printed form of a local number, such as 199-5533: the grouping says what the digits do not. */
    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{2}[-\u2010\u2011 ]\\d{4}");

    private LocalNumber() {
    }

    /**
     * The digits, which is all there is to compare; empty when no local number looks like this.
     *
     * @param written with its separators
     * @param digits  without them
     */
    static Optional<String> canonical(String written, String digits) {
        boolean plausible = SUBSCRIBER.matcher(digits).matches() || GROUPED.matcher(written).matches()
                || REGIONS.stream().anyMatch(region -> isValid(digits, region));
        return plausible ? Optional.of(digits) : Optional.empty();
    }

    private static boolean isValid(String digits, String region) {
        try {
            return LIBRARY.isValidNumberForRegion(LIBRARY.parse(digits, region), region);
        } catch (NumberParseException notANumber) {
            return false;
        }
    }
}
