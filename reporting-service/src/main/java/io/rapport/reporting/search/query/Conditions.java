package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.FilterRefusal;
import io.rapport.reporting.search.filter.Literal;

import java.util.ArrayList;
import java.util.List;

/**
 * What conditions mean for fields of one type. No value is a value like any other: {@code ne 'a'} matches records
 * without one, {@code eq null} only these; comparisons of order never match them.
 *
 * @param <V> a value as conditions compare it
 */
abstract class Conditions<V> {

    /**
     * @throws Refusal if the operator or a value does not fit the type of the field
     */
    final Query query(ListField<?> field, Filter.Name name, Filter.Predicate predicate) {
        return switch (predicate) {
            case Filter.Exists(boolean expected) -> expected ? exists(field) : Queries.not(exists(field));
            case Filter.In(List<Literal> values) -> oneOf(field, name, values);
            case Filter.Between(Literal low, Literal high) ->
                    range(field, name, new Bound<>(value(field, name, low), true), new Bound<>(value(field, name, high), true));
            case Filter.Compare(Filter.Operator operator, Literal literal) -> switch (operator) {
                case EQ -> oneOf(field, name, List.of(literal));
                case NE -> Queries.not(oneOf(field, name, List.of(literal)));
                case LT -> range(field, name, null, new Bound<>(value(field, name, literal), false));
                case LE -> range(field, name, null, new Bound<>(value(field, name, literal), true));
                case GT -> range(field, name, new Bound<>(value(field, name, literal), false), null);
                case GE -> range(field, name, new Bound<>(value(field, name, literal), true), null);
                case CONTAINS -> contains(field, name, value(field, name, literal));
                case STARTS_WITH -> startsWith(field, name, value(field, name, literal));
            };
        };
    }

    /** One end of a range. */
    record Bound<V>(V value, boolean included) {
    }

    /** The column that has a value whenever the field has one. */
    abstract String column(ListField<?> field);

    /** The value that a literal stands for; null when it cannot be a value of the type. */
    abstract V read(Literal literal);

    /** Fields with one of these values, at least one. */
    abstract Query equal(ListField<?> field, List<V> values);

    /** Fields between the ends; at most one is null, then the range is open there. */
    abstract Query range(ListField<?> field, Filter.Name name, Bound<V> low, Bound<V> high);

    Query contains(ListField<?> field, Filter.Name name, V part) {
        throw FilterRefusal.operatorNotAllowed(name, Filter.Operator.CONTAINS.code(), field.type().code());
    }

    Query startsWith(ListField<?> field, Filter.Name name, V beginning) {
        throw FilterRefusal.operatorNotAllowed(name, Filter.Operator.STARTS_WITH.code(), field.type().code());
    }

    private Query exists(ListField<?> field) {
        return Queries.exists(column(field));
    }

    private Query oneOf(ListField<?> field, Filter.Name name, List<Literal> literals) {
        List<V> values = new ArrayList<>();
        List<Query> either = new ArrayList<>();
        for (Literal literal : literals) {
            if (!(literal instanceof Literal.Null)) {
                values.add(value(field, name, literal));
            }
        }
        if (!values.isEmpty()) {
            either.add(equal(field, values));
        }
        if (values.size() < literals.size()) {
            either.add(Queries.not(exists(field)));
        }
        return Queries.any(either);
    }

    private V value(ListField<?> field, Filter.Name name, Literal literal) {
        V value = read(literal);
        if (value == null) {
            throw FilterRefusal.wrongType(name, field.type().code());
        }
        return value;
    }
}
