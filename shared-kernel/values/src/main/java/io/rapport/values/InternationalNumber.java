package io.rapport.values;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;

import java.util.Optional;

/** Numbers that name their country: {@code +} and its calling code. */
final class InternationalNumber {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String MAINLAND = "+86";
    private static final int LONGEST_CALLING_CODE = 4;

    private InternationalNumber() {
    }

    /**
     * The E.164 form; empty when no country has the calling code or the length is impossible there. Not every range in
     * use is known to the library, so that length and country decide, not the range.
     *
     * @param dialled {@code +} and digits
     */
    static Optional<String> canonical(String dialled) {
        if (dialled.startsWith(MAINLAND) && dialled.length() > MAINLAND.length()) {
            return MainlandNumber.canonicalAfterCountry(dialled.substring(MAINLAND.length()));
        }
        if (isCallingCodeAlone(dialled)) {
            return Optional.of(dialled);
        }
        try {
            var number = LIBRARY.parse(dialled, null);
            return LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Directories list some organisations with their country only; refusing the whole record would lose it. */
    private static boolean isCallingCodeAlone(String dialled) {
        return dialled.length() > 1 && dialled.length() <= LONGEST_CALLING_CODE
                && LIBRARY.getSupportedCallingCodes().contains(Integer.parseInt(dialled.substring(1)));
    }
}
