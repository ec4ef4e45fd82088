package io.rapport.reporting.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.merges.CustomerReferences;
import io.rapport.reporting.merges.Survivors;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.FieldType;
import io.rapport.reporting.search.catalogue.ListField;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.FilterRefusal;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns filters into queries, one condition at a time by the type of its field. */
final class FilterQueries {

    private final Map<FieldType, Conditions<?>> conditions = new EnumMap<>(FieldType.class);
    private final Conditions<String> references;

    FilterQueries(Clock clock, CustomerReferences customers) {
        conditions.put(FieldType.TEXT, new TextConditions());
        references = new ReferenceConditions(customers);
        conditions.put(FieldType.CUSTOM_NUMBER, new CustomNumberConditions());
        conditions.put(FieldType.CUSTOM_DATE, new CustomDateConditions());
        conditions.put(FieldType.CUSTOM_BOOLEAN, new CustomFlagConditions());
        conditions.put(FieldType.NUMBER, new NumberConditions());
        conditions.put(FieldType.MONEY, new NumberConditions());
        conditions.put(FieldType.SUMMED_MONEY, new NumberConditions());
        conditions.put(FieldType.DATE, new TimeConditions(FieldType.DATE));
        conditions.put(FieldType.INSTANT, new TimeConditions(FieldType.INSTANT));
        conditions.put(FieldType.BOOLEAN, new FlagConditions());
        conditions.put(FieldType.REACHED, new ReachedConditions(clock));
        conditions.put(FieldType.ACTIVITY, new ActivityConditions(clock));
    }

    /**
     * @throws Refusal of kind UNREADABLE if the filter names an unknown field or compares it with what it cannot be
     */
    Query query(FieldCatalogue<?> catalogue, Filter filter, KindRights rights) {
        return query(catalogue, filter, rights, false);
    }

    /**
     * A condition says nothing of a record in which its field is not seen, and neither does its negation: so a negation
     * goes down to the conditions.
     */
    private Query query(FieldCatalogue<?> catalogue, Filter filter, KindRights rights, boolean negated) {
        return switch (filter) {
            case Filter.And(List<Filter> terms) -> joined(all(catalogue, terms, rights, negated), !negated);
            case Filter.Or(List<Filter> terms) -> joined(all(catalogue, terms, rights, negated), negated);
            case Filter.Not(Filter term) -> query(catalogue, term, rights, !negated);
            case Filter.Condition(Filter.Name name, Filter.Predicate predicate) -> {
                ListField<?> field = catalogue.find(name.name()).orElseThrow(() -> FilterRefusal.unknownField(name));
                Query condition = conditionsOn(field).query(field, name, predicate);
                yield Queries.within(negated ? Queries.not(condition) : condition, rights.full(field.name()));
            }
        };
    }

    private List<Query> all(FieldCatalogue<?> catalogue, List<Filter> terms, KindRights rights, boolean negated) {
        return terms.stream().map(term -> query(catalogue, term, rights, negated)).toList();
    }

    private static Query joined(List<Query> queries, boolean every) {
        return every ? Queries.all(queries) : Queries.any(queries);
    }

    private Conditions<?> conditionsOn(ListField<?> field) {
        return field.name().equals(Survivors.REFERENCE) ? references : conditions.get(field.type());
    }
}
