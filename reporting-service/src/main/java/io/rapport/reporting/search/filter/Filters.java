package io.rapport.reporting.search.filter;

import io.rapport.contracts.refusal.Refusal;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

import java.util.List;

/** The filter language of lists, see {@code FilterGrammar.g4}: reads and writes filters without knowing any field. */
public final class Filters {

    /** Characters of one filter. */
    public static final int MAX_LENGTH = 8_000;

    /** How deep {@code and}, {@code or} and {@code not} may stand inside each other. */
    public static final int MAX_DEPTH = 20;

    /** Values in one filter, all conditions together. */
    public static final int MAX_VALUES = 500;

    private Filters() {
    }

    /**
     * Reads a filter.
     *
     * @throws Refusal of kind {@link Refusal.Kind#UNREADABLE}, naming the position, if it is not one or is too long or
     *                 too deep
     */
    public static Filter parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw FilterRefusal.tooLong(MAX_LENGTH);
        }
        var lexer = new FilterGrammarLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(FilterRefusal.LISTENER);
        var tokens = new CommonTokenStream(lexer);
        tokens.fill();
        checkNesting(tokens.getTokens());
        var parser = new FilterGrammarParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(FilterRefusal.LISTENER);
        return new FilterReader().read(parser.filter());
    }

    /** Writes a filter so that {@link #parse} reads an equal one. */
    public static String print(Filter filter) {
        return FilterPrinter.print(filter);
    }

    /** Before parsing, because the parser itself goes as deep as the text does. */
    private static void checkNesting(List<Token> tokens) {
        int open = 0;
        int negations = 0;
        for (Token token : tokens) {
            switch (token.getText()) {
                case "(" -> open++;
                case ")" -> open--;
                default -> negations = token.getType() == FilterGrammarLexer.NOT ? negations + 1 : 0;
            }
            if (open + negations > MAX_DEPTH) {
                throw FilterRefusal.tooDeep(FilterRefusal.position(token), MAX_DEPTH);
            }
        }
    }
}
