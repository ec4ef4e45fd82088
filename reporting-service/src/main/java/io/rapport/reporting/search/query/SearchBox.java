package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.Found;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.index.Columns;
import io.rapport.reporting.search.text.EqualityKeys;
import io.rapport.reporting.search.text.SearchedWord;
import io.rapport.reporting.search.text.TextFolding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    static Query query(FieldCatalogue<?> catalogue, String searched) {
        List<SearchedWord> words = SearchedWord.of(searched, MAX_WORDS);
        if (words.isEmpty()) {
            return Queries.nothing();
        }
        List<Query> every = words.stream().map(word -> word(catalogue, word)).toList();
        String key = EqualityKeys.of(TextFolding.fold(searched));
        List<Query> exact = Stream.concat(
                fields(catalogue, Found.AS_NAME).map(field -> exactly(field, key, EXACT_NAME)),
                Stream.of(Found.AS_CODE, Found.AS_EMAIL).flatMap(found -> fields(catalogue, found))
                        .map(field -> exactly(field, key, EXACT_CODE))).toList();
        return Query.of(query -> query.bool(bool -> bool.must(every).should(exact)));
    }

    private static Query word(FieldCatalogue<?> catalogue, SearchedWord word) {
        List<Query> ways = new ArrayList<>();
        ways.add(worth(NAME_BEGINS, Queries.prefix(Columns.SEARCH_LEADING, word.text())));
        ways.add(worth(WORD_BEGINS, Queries.prefix(Columns.SEARCH_WORDS, word.text())));
        ways.add(worth(ANYWHERE, Queries.all(Stream.concat(
                word.beginnings().stream().map(text -> Queries.prefix(Columns.SEARCH_WORDS, text)),
                word.parts().stream().map(part -> Queries.part(Columns.SEARCH_GRAMS, part))).toList())));
        if (word.beginnings().isEmpty()) {
            fields(catalogue, Found.AS_NAME).map(field -> Columns.of(field.name(), Columns.GRAMS))
                    .map(column -> Queries.all(word.parts().stream().map(part -> Queries.part(column, part)).toList()))
                    .forEach(query -> ways.add(worth(NAME_HOLDS, query)));
        }
        called(catalogue, word).forEach(query -> ways.add(worth(ANYWHERE, query)));
        return Query.of(query -> query.disMax(best -> best.queries(ways)));
    }

    /** Records that hold a choice by what it is called: labels change without the records. */
    private static Stream<Query> called(FieldCatalogue<?> catalogue, SearchedWord word) {
        return catalogue.fields().stream().filter(field -> !field.choices().isEmpty()).flatMap(field -> {
            List<String> codes = field.choices().entrySet().stream()
                    .filter(choice -> choice.getValue().values().stream().anyMatch(label -> isIn(label, word)))
                    .map(choice -> EqualityKeys.of(TextFolding.fold(choice.getKey()))).toList();
            return codes.isEmpty() ? Stream.empty()
                    : Stream.of(Queries.oneOf(Columns.of(field.name(), Columns.KEY), codes));
        });
    }

    /** By any part of what is written without spaces, else by the beginning of a word. */
    private static boolean isIn(String label, SearchedWord word) {
        String folded = TextFolding.fold(label);
        return word.beginnings().isEmpty() ? folded.contains(word.text())
                : Arrays.stream(folded.split(" ")).anyMatch(part -> part.startsWith(word.text()));
    }

    private static Stream<? extends ListField<?>> fields(FieldCatalogue<?> catalogue, Found found) {
        return catalogue.fields().stream().filter(field -> field.found() == found);
    }

    private static Query exactly(ListField<?> field, String key, float worth) {
        return worth(worth, Query.of(query -> query.term(term ->
                term.field(Columns.of(field.name(), Columns.KEY)).value(key))));
    }

    private static Query worth(float score, Query query) {
        return Query.of(q -> q.constantScore(constant -> constant.filter(query).boost(score)));
    }
}
