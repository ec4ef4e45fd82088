package io.rapport.reporting.search.filter;

import io.rapport.reporting.search.filter.FilterGrammarParser.ComparisonContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.ConditionContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.ConjunctionContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.ExistenceContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.ExpressionContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.FilterContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.GroupContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.MembershipContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.NegationContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.PredicateContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.RangeContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.TermContext;
import io.rapport.reporting.search.filter.FilterGrammarParser.ValueContext;
import org.antlr.v4.runtime.Token;

import java.math.BigDecimal;
import java.util.List;

/** From the tree that ANTLR builds to a {@link Filter}; one for each text. */
final class FilterReader {

    private int values;

    Filter read(FilterContext filter) {
        return expression(filter.expression(), 0);
    }

    private Filter expression(ExpressionContext expression, int depth) {
        List<ConjunctionContext> terms = expression.conjunction();
        return terms.size() == 1 ? conjunction(terms.getFirst(), depth)
                : new Filter.Or(terms.stream().map(term -> conjunction(term, deeper(depth, term.getStart()))).toList());
    }

    private Filter conjunction(ConjunctionContext conjunction, int depth) {
        List<TermContext> terms = conjunction.term();
        return terms.size() == 1 ? term(terms.getFirst(), depth)
                : new Filter.And(terms.stream().map(term -> term(term, deeper(depth, term.getStart()))).toList());
    }

    private Filter term(TermContext term, int depth) {
        return switch (term) {
            case NegationContext negation -> new Filter.Not(term(negation.term(), deeper(depth, negation.getStart())));
            case GroupContext group -> expression(group.expression(), depth);
            case ConditionContext condition -> new Filter.Condition(
                    new Filter.Name(condition.field.getText(), FilterRefusal.position(condition.field)),
                    predicate(condition.predicate()));
            default -> throw new IllegalStateException("not in the grammar: " + term.getClass());
        };
    }

    private Filter.Predicate predicate(PredicateContext predicate) {
        return switch (predicate) {
            case ComparisonContext comparison ->
                    new Filter.Compare(operator(comparison.operator), value(comparison.value()));
            case MembershipContext membership -> new Filter.In(membership.value().stream().map(this::value).toList());
            case RangeContext range -> new Filter.Between(value(range.low), value(range.high));
            case ExistenceContext existence -> new Filter.Exists(existence.FALSE() == null);
            default -> throw new IllegalStateException("not in the grammar: " + predicate.getClass());
        };
    }

    private Literal value(ValueContext value) {
        Token token = value.getStart();
        if (++values > Filters.MAX_VALUES) {
            throw FilterRefusal.tooManyValues(FilterRefusal.position(token), Filters.MAX_VALUES);
        }
        String text = token.getText();
        return switch (token.getType()) {
            case FilterGrammarLexer.STRING -> new Literal.Text(text.substring(1, text.length() - 1).replace("''", "'"));
            case FilterGrammarLexer.NUMBER -> new Literal.Number(new BigDecimal(text));
            case FilterGrammarLexer.TRUE -> new Literal.Bool(true);
            case FilterGrammarLexer.FALSE -> new Literal.Bool(false);
            case FilterGrammarLexer.NULL -> new Literal.Null();
            default -> new Literal.Text(text);
        };
    }

    private static Filter.Operator operator(Token token) {
        return switch (token.getType()) {
            case FilterGrammarLexer.EQ -> Filter.Operator.EQ;
            case FilterGrammarLexer.NE -> Filter.Operator.NE;
            case FilterGrammarLexer.LT -> Filter.Operator.LT;
            case FilterGrammarLexer.LE -> Filter.Operator.LE;
            case FilterGrammarLexer.GT -> Filter.Operator.GT;
            case FilterGrammarLexer.GE -> Filter.Operator.GE;
            case FilterGrammarLexer.CONTAINS -> Filter.Operator.CONTAINS;
            case FilterGrammarLexer.STARTS_WITH -> Filter.Operator.STARTS_WITH;
            default -> throw new IllegalStateException("not an operator: " + token.getText());
        };
    }

    private static int deeper(int depth, Token at) {
        if (depth >= Filters.MAX_DEPTH) {
            throw FilterRefusal.tooDeep(FilterRefusal.position(at), Filters.MAX_DEPTH);
        }
        return depth + 1;
    }
}
