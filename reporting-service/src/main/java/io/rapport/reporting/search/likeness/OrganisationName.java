package io.rapport.reporting.search.likeness;

import io.rapport.reporting.search.text.Pinyin;
import io.rapport.reporting.search.text.TextFolding;
import io.rapport.reporting.search.text.Words;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A name taken apart into what tells an organisation from others and what does not: width, case, traditional
 * characters, legal form, brackets and leading places.
 *
 * @param core     letters and digits of the name proper, without spaces
 * @param sorted   the same with its words in alphabetical order
 * @param place    what stood in brackets or before the name proper; empty for none
 * @param decisive digits, numerals and directions in order: where these differ, two names are never near
 * @param sound    the core as it is pronounced, without tones
 * @param script   what the core is written in
 */
public record OrganisationName(String core, String sorted, String place, String decisive, String sound, Script script) {

    /** What a name is written in, as far as names can be compared letter by letter. */
    public enum Script { HAN, LATIN, MIXED }

    private static final Pattern BRACKETS = Pattern.compile("[(\\[{〔〈《「【]([^()\\[\\]{}〔〕〈〉《》「」【】]*)[)\\]}〕〉》」】]");
    private static final Pattern LEGAL_FORM = Pattern.compile("股份有限公司|有限责任公司|有限公司|股份公司");
    private static final Pattern LEGAL_ENDING = Pattern.compile("(集团公司|集团|控股|公司|总公司)$");
    private static final Set<String> LEGAL_WORDS = Set.of("co", "ltd", "limited", "inc", "incorporated", "corp",
            "corporation", "company", "llc", "llp", "lp", "plc", "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "ev",
            "se", "sa", "sas", "sarl", "srl", "spa", "sl", "bv", "nv", "ab", "oy", "oyj", "as", "asa", "aps", "pty",
            "pte",
            "pvt", "sdn", "bhd", "kk", "aktiengesellschaft", "group", "holding", "holdings", "the", "and");
    private static final String DECISIVE = "0123456789一二三四五六七八九十甲乙丙丁东南西北";
    /** What comes behind is not compared. */
    private static final int LONGEST = 200;
    private static final String DOT = "[.．·・]";

    static OrganisationName of(String name) {
        String folded = Words.clipped(TextFolding.fold(name), LONGEST).replaceAll(DOT, "");
        StringBuilder place = new StringBuilder();
        String bare = withoutBrackets(folded, place);
        bare = withoutLegalForm(bare);
        int leading = Places.leading(bare);
        place.append(bare, 0, leading);
        List<String> words = words(bare.substring(leading));
        String core = String.join("", words);
        // Of most names the same text: held once.
        String sorted = words.size() < 2 ? core : words.stream().sorted().collect(Collectors.joining());
        return new OrganisationName(core, sorted, place.toString(), decisive(core), sound(core), script(core));
    }

    /** Overlapping pairs of characters: names that are near share most of them. */
    List<String> pairs() {
        int[] characters = core.codePoints().toArray();
        return IntStream.range(0, Math.max(0, characters.length - 1))
                .mapToObj(i -> new String(characters, i, 2)).toList();
    }

    /** Whether the two are a typing error apart. */
    public boolean near(OrganisationName other) {
        return NameLikeness.of(this, other) == NameLikeness.NEAR;
    }

    int length() {
        return core.length();
    }

    private static String withoutBrackets(String folded, StringBuilder place) {
        Matcher brackets = BRACKETS.matcher(folded);
        String bare = brackets.replaceAll(" ").strip();
        if (bare.isEmpty()) {
            return folded;
        }
        brackets.reset();
        while (brackets.find()) {
            place.append(brackets.group(1).replace(" ", ""));
        }
        return bare;
    }

    /** Of a name that is nothing but a legal form that form is all there is to compare. */
    private static String withoutLegalForm(String bare) {
        String rest = LEGAL_FORM.matcher(bare).replaceAll("").strip();
        for (Matcher ending = LEGAL_ENDING.matcher(rest); ending.find(); ending = LEGAL_ENDING.matcher(rest)) {
            rest = rest.substring(0, ending.start()).strip();
        }
        return rest.isEmpty() ? bare : rest;
    }

    private static List<String> words(String bare) {
        List<String> all = Words.runs(bare).stream().map(Words.Run::text).toList();
        List<String> telling = all.stream().filter(word -> !LEGAL_WORDS.contains(word)).toList();
        return telling.isEmpty() ? all : telling;
    }

    private static String decisive(String core) {
        return core.codePoints().filter(c -> DECISIVE.indexOf(c) >= 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String sound(String core) {
        StringBuilder sound = new StringBuilder();
        core.codePoints().forEach(c -> {
            List<String> readings = Pinyin.readings(c);
            if (readings.isEmpty()) {
                sound.appendCodePoint(c);
            } else {
                sound.append(readings.getFirst());
            }
        });
        return sound.toString();
    }

    private static Script script(String core) {
        boolean[] is = new boolean[2];
        core.codePoints().filter(Character::isLetter)
                .forEach(c -> is[Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN ? 0 : 1] = true);
        return is[0] == is[1] ? Script.MIXED : is[0] ? Script.HAN : Script.LATIN;
    }
}
