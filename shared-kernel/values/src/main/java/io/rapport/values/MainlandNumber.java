package io.rapport.values;

import java.util.Optional;
import java.util.regex.Pattern;

/** The numbering plan of mainland China, as far as a number says of itself what it is. */
final class MainlandNumber {

    private static final String COUNTRY = "+86";
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0(10|2\\d|[3-9]\\d{2})\\d{7,8}");
    /** A service number of one city, such as 010-96066. */
    private static final Pattern CITY_SERVICE = Pattern.compile("0(10|2\\d|[3-9]\\d{2})(9[56]\\d{3,4}|1\\d{4})");
    private static final Pattern FREEPHONE = Pattern.compile("[48]00\\d{7}");
    /** 95xxx to 95xxxxxx, 96xxx, 110, 10086, 12345, 10105678. */
    private static final Pattern SHORT = Pattern.compile("9[56]\\d{3,6}|1[0-2]\\d{1,3}|10[01]\\d{5}");
    private static final Pattern MOBILE_WITH_COUNTRY = Pattern.compile("86(1[3-9]\\d{9})");

    private MainlandNumber() {
    }

    /**
     * The form for comparing; empty when the digits are no number of this plan.
     *
     * @param digits as dialled within the country
     */
    static Optional<String> canonical(String digits) {
        if (MOBILE.matcher(digits).matches() || FREEPHONE.matcher(digits).matches()) {
            return Optional.of(COUNTRY + digits);
        }
        if (MOBILE_WITH_COUNTRY.matcher(digits).matches()) {
            return Optional.of('+' + digits);
        }
        if (LANDLINE.matcher(digits).matches() || CITY_SERVICE.matcher(digits).matches()) {
            return Optional.of(COUNTRY + digits.substring(1));
        }
        return SHORT.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    /** The same for digits that followed +86, where the leading zero of an area code may be missing. */
    static Optional<String> canonicalAfterCountry(String digits) {
        return canonical(digits).or(() -> canonical('0' + digits));
    }
}
