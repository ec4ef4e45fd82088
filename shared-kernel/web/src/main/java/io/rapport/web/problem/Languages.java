package io.rapport.web.problem;

import java.util.List;
import java.util.Locale;

/** The languages the platform speaks, and how {@code Accept-Language} chooses among them. */
public final class Languages {

    /** English comes first: it answers whoever asks for nothing we speak. */
    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE);

    private Languages() {
    }

    /**
     * @param acceptLanguage value of the header; null, empty and malformed mean English
     * @return zh-CN, zh-TW or en
     */
    public static Locale choose(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                Locale wanted = Locale.forLanguageTag(range.getRange());
                if (range.getWeight() > 0 && wanted.getLanguage().equals("zh")) {
                    return isTraditional(wanted) ? Locale.TRADITIONAL_CHINESE : Locale.SIMPLIFIED_CHINESE;
                }
                if (range.getWeight() > 0 && wanted.getLanguage().equals("en")) {
                    return Locale.ENGLISH;
                }
            }
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
        return Locale.ENGLISH;
    }

    private static boolean isTraditional(Locale chinese) {
        return chinese.getScript().isEmpty()
                ? List.of("TW", "HK", "MO").contains(chinese.getCountry())
                : chinese.getScript().equals("Hant");
    }
}
