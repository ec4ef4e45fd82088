package io.rapport.values;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rule for what something is called in several languages: a map from language ({@code zh-CN}, {@code zh-TW},
 * {@code en}) to text.
 */
public final class LocalizedLabel {

    /** The languages that users choose from; what has no text in the chosen one is shown in the first that it has. */
    public static final List<String> LANGUAGES = List.of("zh-CN", "zh-TW", "en");

    private static final TextRule TEXT = TextRule.line(100);

    private LocalizedLabel() {
    }

    /**
     * The text to show.
     *
     * @param label    by language
     * @param language tag of the chosen one
     * @return empty for an empty label
     */
    public static Optional<String> in(Map<String, String> label, String language) {
        return Stream.concat(Stream.of(language), LANGUAGES.stream()).map(label::get).filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * Adds what is wrong: {@code required} where there is no text at all, {@code label-language-unknown} (argument: the
     * languages), or what is wrong with a text.
     *
     * @param field where the label stands; a text is named {@code field.zh-CN}
     * @param label null counts as empty
     */
    public static void check(String field, Map<String, String> label, FieldErrors errors) {
        if (label == null || label.isEmpty()) {
            errors.add(field, "required");
            return;
        }
        label.forEach((language, text) -> {
            String at = field + '.' + language;
            if (!LANGUAGES.contains(language)) {
                errors.add(at, "label-language-unknown", String.join(", ", LANGUAGES));
            } else if (text == null || text.isBlank()) {
                errors.add(at, "required");
            } else {
                TEXT.check(at, text, errors);
            }
        });
    }
}
