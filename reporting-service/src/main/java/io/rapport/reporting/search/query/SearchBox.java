package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.FieldType;
import io.rapport.reporting.search.catalogue.Found;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.text.EqualityKeys;
import io.rapport.reporting.search.text.SearchedWord;
import io.rapport.reporting.search.text.TextFolding;
import io.rapport.rights.FieldClass;
import io.rapport.rights.Owners;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the search box asks for: every word must be found somewhere in the record. First come records whose name, number
 * or e-mail is what was typed, then those whose name begins so, then those whose name holds it, then the rest.
 */
final class SearchBox {

    /** Characters of the search box. */
    static final int MAX_LENGTH = 500;

    private static final int MAX_WORDS = 12;

    private static final float EXACT_NAME = 1_000;
    private static final float EXACT_CODE = 500;
    private static final float NAME_BEGINS = 20;
    private static final float NAME_HOLDS = 5;
    private static final float WORD_BEGINS = 2;
    private static final float ANYWHERE = 1;

    private SearchBox() {
    }

    static Query query(FieldCatalogue<?> catalogue, String searched, KindRights rights) {
        List<SearchedWord> words = SearchedWord.of(searched, MAX_WORDS);
        if (words.isEmpty()) {
            return Queries.nothing();
        }
        List<Query> every = words.stream().map(word -> word(catalogue, word, rights)).toList();
        String key = EqualityKeys.of(TextFolding.fold(searched));
        List<Query> exact = Stream.concat(
                fields(catalogue, Found.AS_NAME).map(field -> exactly(field, key, EXACT_NAME, rights)),
                Stream.of(Found.AS_CODE, Found.AS_EMAIL).flatMap(found -> fields(catalogue, found))
                        .map(field -> exactly(field, key, EXACT_CODE, rights))).toList();
        return Query.of(query -> query.bool(bool -> bool.must(every).should(exact)));
    }

    /** A word is found among the facts, and among the fields of a class in those records where the class is seen. */
    private static Query word(FieldCatalogue<?> catalogue, SearchedWord word, KindRights rights) {
        Set<FieldClass> places = new LinkedHashSet<>();
        places.add(null);
        catalogue.fields().stream().filter(field -> field.found() != Found.NOT)
                .forEach(field -> places.add(catalogue.classOf(field)));
        List<Query> ways = new ArrayList<>();
        for (FieldClass place : places) {
            Owners full = place == null ? Owners.EVERYONE : rights.full(place);
            if (!(full instanceof Owners.Nobody)) {
                ways.add(worth(NAME_BEGINS, Queries.within(
                        Queries.prefix(Columns.searchLeading(place), word.text()), full)));
                addWays(ways, Columns.searchWords(place), Columns.searchGrams(place), word, full);
            }
        }
        if (word.beginnings().isEmpty()) {
            fields(catalogue, Found.AS_NAME).forEach(field -> ways.add(worth(NAME_HOLDS, Queries.within(
                    Queries.all(word.parts().stream()
                            .map(part -> Queries.part(Columns.of(field.name(), Columns.GRAMS), part)).toList()),
                    rights.full(field.name())))));
        }
        addCustomWays(ways, catalogue, word, rights);
        called(catalogue, word, rights).forEach(query -> ways.add(worth(ANYWHERE, query)));
        return Query.of(query -> query.disMax(best -> best.queries(ways)));
    }

    /**
     * The texts of custom fields lie together in the index, which knows nothing of their classes: they are searched
     * where the caller sees all of them. In other records those that he sees are looked into one by one.
     */
    private static void addCustomWays(List<Query> ways, FieldCatalogue<?> catalogue, SearchedWord word,
            KindRights rights) {
        Owners all = rights.fullOfAllCustom();
        if (!(all instanceof Owners.Nobody)) {
            addWays(ways, Columns.customWords(), Columns.customPairs(), word, all);
        }
        if (!all.cover(rights.rows())) {
            catalogue.fields().stream().filter(field -> Columns.isCustom(field.name())
                            && field.type() == FieldType.TEXT && catalogue.find(field.name()).isPresent())
                    .forEach(field -> ways.add(worth(ANYWHERE, Queries.within(Queries.part(Columns.CUSTOM_GRAMS,
                            Columns.customKey(field.name()), word.text()), rights.full(field.name())))));
        }
    }

    /** Records that hold a choice by what it is called: labels change without the records. */
    private static Stream<Query> called(FieldCatalogue<?> catalogue, SearchedWord word, KindRights rights) {
        return catalogue.fields().stream().filter(field -> !field.choices().isEmpty()).flatMap(field -> {
            List<String> codes = field.choices().entrySet().stream()
                    .filter(choice -> choice.getValue().values().stream().anyMatch(label -> isIn(label, word)))
                    .map(choice -> EqualityKeys.of(TextFolding.fold(choice.getKey()))).toList();
            return codes.isEmpty() ? Stream.empty()
                    : Stream.of(Queries.within(Queries.oneOf(Columns.of(field.name(), Columns.KEY), codes),
                            rights.full(field.name())));
        });
    }

    /** By any part of what is written without spaces, else by the beginning of a word. */
    private static boolean isIn(String label, SearchedWord word) {
        String folded = TextFolding.fold(label);
        return word.beginnings().isEmpty() ? folded.contains(word.text())
                : Arrays.stream(folded.split(" ")).anyMatch(part -> part.startsWith(word.text()));
    }

    private static void addWays(List<Query> ways, String words, String pairs, SearchedWord word, Owners full) {
        ways.add(worth(WORD_BEGINS, Queries.within(Queries.prefix(words, word.text()), full)));
        ways.add(worth(ANYWHERE, Queries.within(Queries.all(Stream.concat(
                word.beginnings().stream().map(text -> Queries.prefix(words, text)),
                word.parts().stream().map(part -> Queries.part(pairs, part))).toList()), full)));
    }

    private static Stream<? extends ListField<?>> fields(FieldCatalogue<?> catalogue, Found found) {
        return catalogue.fields().stream().filter(field -> field.found() == found);
    }

    private static Query exactly(ListField<?> field, String key, float worth, KindRights rights) {
        return worth(worth, Queries.within(Query.of(query -> query.term(term ->
                term.field(Columns.of(field.name(), Columns.KEY)).value(key))), rights.full(field.name())));
    }

    private static Query worth(float score, Query query) {
        return Query.of(q -> q.constantScore(constant -> constant.filter(query).boost(score)));
    }
}
