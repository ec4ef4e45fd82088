package io.rapport.values;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as people and mail servers use them: one {@code @}, a domain with a dot, no comments and no quoted
 * names. Internationalised names and domains pass.
 *
 * @param given     as it was written, without surrounding space
 * @param canonical for comparing: lower case, the domain in its ASCII form
 */
public record EmailAddress(String given, String canonical) {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_PART = 64;
    private static final Pattern ATOM = Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+");

    /** Empty when the text is not an address. */
    public static Optional<EmailAddress> parse(String text) {
        String given = text.strip();
        int at = given.lastIndexOf('@');
        if (at < 1 || given.length() > MAX_LENGTH || !isLocalPart(given.substring(0, at))) {
            return Optional.empty();
        }
        String localPart = given.substring(0, at).toLowerCase(Locale.ROOT);
        return HostName.ascii(given.substring(at + 1)).map(domain -> new EmailAddress(given, localPart + '@' + domain));
    }

    /**
     * Adds {@code email-invalid} where the value is not an address.
     *
     * @param value null passes
     */
    public static void check(String field, String value, FieldErrors errors) {
        if (value != null && parse(value).isEmpty()) {
            errors.add(field, "email-invalid");
        }
    }

    private static boolean isLocalPart(String text) {
        if (text.length() > MAX_LOCAL_PART) {
            return false;
        }
        for (String atom : text.split("\\.", -1)) {
            if (!ATOM.matcher(atom).matches()) {
                return false;
            }
        }
        return true;
    }
}
