package io.rapport.web.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Sentences for error codes, from every {@code messages/*.properties} on the class path: {@code problems.properties}
 * is English, {@code problems_zh_CN.properties} and {@code problems_zh_TW.properties} stand beside it; a service adds
 * bundles of its own in the same way.
 */
final class Messages {

    private final Map<Locale, Map<String, String>> sentences;

    private Messages(Map<Locale, Map<String, String>> sentences) {
        this.sentences = sentences;
    }

    /**
     * @throws IllegalStateException when a code has a sentence in one language and not in another
     */
    static Messages load(ClassLoader classLoader) {
        Map<Locale, Map<String, String>> sentences = new HashMap<>();
        Languages.SPOKEN.forEach(locale -> sentences.put(locale, new HashMap<>()));
        try {
            for (Resource file : new PathMatchingResourcePatternResolver(classLoader)
                    .getResources("classpath*:messages/*.properties")) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                Map<String, String> known = sentences.get(languageOf(file.getFilename()));
                properties.stringPropertyNames().forEach(code -> known.put(code, properties.getProperty(code)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        refuseHoles(sentences);
        return new Messages(sentences);
    }

    private static Locale languageOf(String fileName) {
        String name = fileName.substring(0, fileName.length() - ".properties".length());
        return name.endsWith("_zh_CN") ? Locale.SIMPLIFIED_CHINESE
                : name.endsWith("_zh_TW") ? Locale.TRADITIONAL_CHINESE
                : Locale.ENGLISH;
    }

    private static void refuseHoles(Map<Locale, Map<String, String>> sentences) {
        Set<String> all = new TreeSet<>();
        sentences.values().forEach(known -> all.addAll(known.keySet()));
        List<String> holes = sentences.entrySet().stream()
                .flatMap(language -> all.stream().filter(code -> !language.getValue().containsKey(code))
                        .map(code -> code + " (" + language.getKey().toLanguageTag() + ")"))
                .sorted().toList();
        if (!holes.isEmpty()) {
            throw new IllegalStateException("messages/*.properties lack: " + String.join(", ", holes));
        }
    }

    Set<String> codes() {
        return sentences.get(Locale.ENGLISH).keySet();
    }

    /** The sentence for a code; empty when no bundle knows it. */
    Optional<String> find(String code, List<String> arguments, Locale locale) {
        String pattern = sentences.get(locale).get(code);
        return Optional.ofNullable(pattern).map(text -> new MessageFormat(text, locale).format(arguments.toArray()));
    }
}
