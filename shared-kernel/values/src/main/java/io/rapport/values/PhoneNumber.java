package io.rapport.values;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone or fax number that can be dialled. Kept as it was written, because people recognise it that way, beside a
 * form in which two spellings of the same number are equal.
 *
 * <p>Accepted: mainland mobiles, landlines with area code, 400 and 800 numbers, short service numbers, E.164 of any
 * country, local numbers without area code, each with any usual separators, full-width digits and an extension. Real
 * organisations publish all of these; what looks like a mainland mobile but has a digit too few or too many is refused.
 *
 * @param given     as it was written, without surrounding space
 * @param canonical {@code +8613800000001} where the country is known, else the bare digits; an extension follows as
 *                  {@code ;ext=8001}
 */
public record PhoneNumber(String given, String canonical) {

    private static final int MAX_LENGTH = 50;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}.()/·]+");
    private static final Pattern EXTENSION = Pattern.compile(
            "^(.*\\d\\)?)\\s*(?:ext\\.?|extension|x|#|,|;ext=|转|轉|分机|分機)\\s*[:.：]?\\s*(\\d{1,8})$",
            Pattern.CASE_INSENSITIVE);
    /** {@code 010-12345678-8001}: the usual way to write an extension in China. */
    private static final Pattern HYPHEN_EXTENSION = Pattern.compile("^(.*\\d)\\p{Pd}(\\d{1,6})$");
    private static final Pattern DIALLED = Pattern.compile("\\+?\\d+");

    /** Empty when the text is not a number that can be dialled. */
    public static Optional<PhoneNumber> parse(String text) {
        String given = text.strip();
        if (given.isEmpty() || given.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String folded = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
        Matcher extension = EXTENSION.matcher(folded);
        Optional<String> canonical = extension.matches()
                ? canonical(extension.group(1)).map(number -> number + ";ext=" + extension.group(2))
                : canonical(folded).or(() -> withHyphenExtension(folded));
        return canonical.map(number -> new PhoneNumber(given, number));
    }

    /**
     * Adds {@code phone-invalid} where the value is not a phone number.
     *
     * @param value null passes
     */
    public static void check(String field, String value, FieldErrors errors) {
        if (value != null && parse(value).isEmpty()) {
            errors.add(field, "phone-invalid");
        }
    }

    private static Optional<String> withHyphenExtension(String folded) {
        Matcher extension = HYPHEN_EXTENSION.matcher(folded);
        return extension.matches()
                ? MainlandNumber.canonical(digits(extension.group(1))).map(n -> n + ";ext=" + extension.group(2))
                : Optional.empty();
    }

    private static Optional<String> canonical(String written) {
        String dialled = digits(written);
        if (!DIALLED.matcher(dialled).matches()) {
            return Optional.empty();
        }
        if (dialled.startsWith("+")) {
            return InternationalNumber.canonical(dialled);
        }
        if (dialled.startsWith("00")) {
            return InternationalNumber.canonical('+' + dialled.substring(2));
        }
        return MainlandNumber.canonical(dialled).or(() -> LocalNumber.canonical(written.strip(), dialled));
    }

    private static String digits(String written) {
        return SEPARATORS.matcher(written).replaceAll("");
    }
}
