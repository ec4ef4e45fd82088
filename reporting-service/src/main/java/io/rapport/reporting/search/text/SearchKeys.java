package io.rapport.reporting.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that the search box may find one record by, gathered from its fields. A word of the search box matches
 * when it begins one of the {@link #words()}, or is a part of {@link #grams()} (see {@link Grams}).
 */
public final class SearchKeys {

    /** A longer text is found by its beginning only. */
    private static final int MAX_TEXT = 100_000;

    /** Longer words are compared by their beginning. */
    static final int MAX_WORD = 64;

    private static final int MIN_DIGITS = 3;
    private static final String CHINA = "86";

    private final Set<String> leading = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final List<String> grams = new ArrayList<>();

    /** The main name of the record: found by any part of it, by its sound, and before others by its beginning. */
    public SearchKeys addName(String name) {
        String folded = bounded(name);
        leading.add(clipped(folded.replace(" ", "")));
        new SoundKeys(folded).addLeading(leading);
        return addSoundingText(name);
    }

    /** A short text that people also type by its sound, such as a place, a tag or the name of a person. */
    public SearchKeys addSoundingText(String text) {
        new SoundKeys(bounded(text)).addAll(words);
        return addText(text);
    }

    /** Any other text: found by its words and by any part of what is written without spaces. */
    public SearchKeys addText(String text) {
        for (Words.Run run : Words.runs(bounded(text))) {
            if (run.spaceless()) {
                grams.add(Grams.ofText(run.text()));
            } else {
                words.add(clipped(run.text()));
            }
        }
        return this;
    }

    /** A code or number that is looked up as a whole or by its last places, such as {@code 001}. */
    public SearchKeys addCode(String code) {
        String folded = clipped(TextFolding.fold(code).replace(" ", ""));
        for (int i = 0; i < folded.length(); i = folded.offsetByCodePoints(i, 1)) {
            words.add(folded.substring(i));
        }
        return this;
    }

    /** A telephone number: found by any three or more of its digits, with or without the code of the country. */
    public SearchKeys addPhone(String phone) {
        String written = TextFolding.fold(phone);
        String digits = Words.digits(written);
        addEndings(digits);
        if (digits.startsWith("00")) {
            addEndings(digits.substring(2));
        } else if (written.startsWith("+" + CHINA)) {
            addEndings("0" + digits.substring(CHINA.length()));
        } else if (!written.startsWith("+") && digits.length() > 4) {
            addEndings(CHINA + (digits.startsWith("0") ? digits.substring(1) : digits));
        }
        return this;
    }

    /** An e-mail address: found by its beginning, by its domain and by its words. */
    public SearchKeys addEmail(String email) {
        String folded = clipped(TextFolding.fold(email));
        words.add(folded);
        addHost(folded.substring(folded.indexOf('@') + 1));
        return addText(folded);
    }

    /** A web address: found by its host with or without what stands before the domain, and by its words. */
    public SearchKeys addWebsite(String website) {
        String address = WebAddress.withoutScheme(TextFolding.fold(website));
        words.add(clipped(address));
        addHost(WebAddress.host(address));
        return addText(address);
    }

    /** Keys that begin where the main name of the record begins. */
    public Set<String> leading() {
        return leading;
    }

    /** Keys of which a searched word may be the beginning. */
    public Set<String> words() {
        return words;
    }

    /** Runs of texts written without spaces, cut into pairs. */
    public List<String> grams() {
        return grams;
    }

    private void addEndings(String digits) {
        String kept = clipped(digits);
        for (int i = 0; i + MIN_DIGITS <= kept.length(); i++) {
            words.add(kept.substring(i));
        }
    }

    private void addHost(String host) {
        for (int dot = 0; dot >= 0; dot = host.indexOf('.', dot + 1)) {
            words.add(clipped(dot == 0 ? host : host.substring(dot + 1)));
        }
        words.remove("");
    }

    private static String bounded(String text) {
        return TextFolding.fold(text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT));
    }

    private static String clipped(String word) {
        return Words.clipped(word, MAX_WORD);
    }
}
