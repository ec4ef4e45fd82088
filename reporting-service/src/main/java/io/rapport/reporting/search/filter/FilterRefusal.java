package io.rapport.reporting.search.filter;

import io.rapport.contracts.refusal.Refusal;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/**
 * What may be wrong with a filter. Every refusal is UNREADABLE on the field {@code filter}; its arguments are line,
 * column, offset, and then what the message needs besides.
 */
public final class FilterRefusal {

    static final BaseErrorListener LISTENER = new BaseErrorListener() {
        @Override
        public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message,
                                RecognitionException e) {
            throw symbol instanceof Token token ? unexpected(token)
                    : at(new Position(line, column + 1, column), "filter-syntax");
        }
    };

    private static final int SHOWN = 40;

    private FilterRefusal() {
    }

    public static Refusal unknownField(Filter.Name field) {
        return at(field.position(), "filter-unknown-field", shown(field.name()));
    }

    /** The operator makes no sense for a field of this type. */
    public static Refusal operatorNotAllowed(Filter.Name field, String operator, String type) {
        return at(field.position(), "filter-operator-not-allowed", shown(field.name()), operator, type);
    }

    /** The value cannot be a value of a field of this type. */
    public static Refusal wrongType(Filter.Name field, String type) {
        return at(field.position(), "filter-wrong-type", shown(field.name()), type);
    }

    static Refusal tooLong(int max) {
        return at(Position.START, "filter-too-long", max);
    }

    static Refusal tooDeep(Position position, int max) {
        return at(position, "filter-too-deep", max);
    }

    static Refusal tooManyValues(Position position, int max) {
        return at(position, "filter-too-many-values", max);
    }

    static Position position(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1, Math.max(0, token.getStartIndex()));
    }

    /** Values are not repeated in the answer: they may be personal data. */
    private static Refusal unexpected(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> at(position(token), "filter-incomplete");
            case FilterGrammarLexer.STRING, FilterGrammarLexer.NUMBER -> at(position(token), "filter-syntax");
            case FilterGrammarLexer.OTHER -> token.getText().equals("'") ? at(position(token), "filter-quote-open")
                    : at(position(token), "filter-unexpected", token.getText());
            default -> at(position(token), "filter-unexpected", shown(token.getText()));
        };
    }

    private static Refusal at(Position position, String code, Object... more) {
        Object[] arguments = new Object[more.length + 3];
        arguments[0] = position.line();
        arguments[1] = position.column();
        arguments[2] = position.offset();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Refusal.of(Refusal.Kind.UNREADABLE, "filter", code, arguments);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
