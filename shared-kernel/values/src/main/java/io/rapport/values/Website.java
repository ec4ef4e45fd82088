package io.rapport.values;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Address of a website, with or without {@code http://} or {@code https://}. Any other scheme is refused: the text
 * becomes a link on a page.
 *
 * @param given     as it was written, without surrounding space
 * @param canonical for comparing: the host in lower-case ASCII without {@code www.}, and the path without a last slash
 */
public record Website(String given, String canonical) {

    private static final int MAX_LENGTH = 2048;

    /** Empty when the text is not the address of a website. */
    public static Optional<Website> parse(String text) {
        String given = text.strip();
        String rest = withoutScheme(given);
        if (given.length() > MAX_LENGTH || given.codePoints().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        int end = firstOf(rest, "/?#");
        String authority = rest.substring(0, end);
        int colon = authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        return HostName.ascii(host)
                .filter(ascii -> colon < 0 || isPort(authority.substring(colon + 1)))
                .filter(ascii -> isUri("https://" + ascii + rest.substring(end)))
                .map(ascii -> new Website(given, canonical(ascii, rest.substring(end))));
    }

    /**
     * Adds {@code website-invalid} where the value is not the address of a website.
     *
     * @param value null passes
     */
    public static void check(String field, String value, FieldErrors errors) {
        if (value != null && parse(value).isEmpty()) {
            errors.add(field, "website-invalid");
        }
    }

    private static String withoutScheme(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://")) {
            return text.substring("https://".length());
        }
        return lower.startsWith("http://") ? text.substring("http://".length()) : text;
    }

    private static int firstOf(String text, String delimiters) {
        for (int i = 0; i < text.length(); i++) {
            if (delimiters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535;
    }

    private static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    private static String canonical(String host, String path) {
        String shortHost = host.startsWith("www.") ? host.substring("www.".length()) : host;
        return shortHost + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
