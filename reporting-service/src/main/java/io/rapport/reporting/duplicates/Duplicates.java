package io.rapport.reporting.duplicates;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.answers.RecordJson;
import io.rapport.reporting.answers.SingleRecords;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.CustomerReadModel;
import io.rapport.reporting.freshness.ConsistencyGate;
import io.rapport.reporting.intake.Derivations;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.RecordStore;
import io.rapport.reporting.rights.ArchivedFilter;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.reporting.search.likeness.Likeness;
import io.rapport.reporting.search.likeness.Likeness.Reason;
import io.rapport.reporting.search.likeness.Traits;
import io.rapport.reporting.search.query.AlikeCustomers;
import io.rapport.rights.FieldClass;
import io.rapport.rights.Kind;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers which customers may be one, as they stand now: whatever a sweep found is compared again. */
@Component
public class Duplicates {

    /** As the service itself compares them. */
    static final KindRights EVERYTHING = KindRights.everything(Kind.CUSTOMER);

    private static final int MOST_CANDIDATES = 20;

    private final AlikeCustomers alike;
    private final DuplicatePairs pairs;
    private final RecordStore store;
    private final SingleRecords records;
    private final CustomerReadModel model;
    private final VisibilityRules rules;
    private final ConsistencyGate gate;
    private final RecordJson json;
    private final Derivations derivations;

    Duplicates(AlikeCustomers alike, DuplicatePairs pairs, RecordStore store, SingleRecords records,
            CustomerReadModel model, VisibilityRules rules, ConsistencyGate gate, RecordJson json,
            Derivations derivations) {
        this.alike = alike;
        this.pairs = pairs;
        this.store = store;
        this.records = records;
        this.model = model;
        this.rules = rules;
        this.gate = gate;
        this.json = json;
        this.derivations = derivations;
    }

    /** A customer that may be the one in question. */
    public record Candidate(double score, List<Reason> reasons, ObjectNode customer) {
    }

    /** Two customers that may be one, side by side. */
    record Pair(double score, List<Reason> reasons, List<ObjectNode> customers) {
    }

    /**
     * @param total null for who does not see all customers: it would tell of the others
     * @param next  rank to go on after; null at the end
     */
    record Pairs(List<Pair> items, Long total, Integer next) {
    }

    /** Whether a customer takes part in the search: one of its own, in use, and not waiting for review. */
    static boolean counts(CustomerProfile customer) {
        return customer.mergedInto() == null && !customer.archived() && !customer.withdrawn()
                && customer.reviewState() == null;
    }

    /** Empty when nobody need look at the two. */
    static Optional<Likeness> likeness(CustomerProfile first, CustomerProfile second, KindRights rights) {
        return counts(first) && counts(second) && !toldApart(first, second)
                ? Optional.of(Likeness.of(seen(first, rights), seen(second, rights))).filter(Likeness::worthALook)
                : Optional.empty();
    }

    /** What a customer is compared by: nothing that the caller does not see, or a likeness would tell it. */
    private static Traits seen(CustomerProfile customer, KindRights rights) {
        return rights.full(FieldClass.CONTACT_DATA).include(customer.holders()) ? Traits.of(customer)
                : Traits.of(customer.id(), customer.number(), customer.name(), Stream.empty(), null, customer.website());
    }

    private static boolean toldApart(CustomerProfile first, CustomerProfile second) {
        return first.toldApart().contains(second.id()) || second.toldApart().contains(first.id());
    }

    /**
     * Those that a customer may be, saved before it.
     *
     * @throws Refusal UNKNOWN when there is no such customer that the caller may see
     */
    public List<Candidate> of(String id, ConsistencyTokens tokens, Caller caller) {
        CustomerProfile customer = records.find(model, id, tokens, caller);
        return counts(customer)
                ? candidates(seen(customer, rules.of(caller, RecordKind.CUSTOMER)), tokens, caller,
                        other -> !toldApart(customer, other)) : List.of();
    }

    /** Those that a customer may be. */
    List<Candidate> candidates(Traits customer, ConsistencyTokens tokens, Caller caller) {
        return candidates(customer, tokens, caller, _ -> true);
    }

    private List<Candidate> candidates(Traits customer, ConsistencyTokens tokens, Caller caller,
            Predicate<CustomerProfile> inQuestion) {
        Visibility visibility = rules.visibility(caller, RecordKind.CUSTOMER, ArchivedFilter.EXCLUDE);
        gate.awaitSearch(RecordKind.CUSTOMER, tokens.tokens());
        return alike.of(customer, visibility).stream()
                .filter(other -> counts(other) && !other.id().equals(customer.id()) && inQuestion.test(other))
                .map(other -> candidate(Likeness.of(customer, seen(other, visibility.rights())), other,
                        visibility.rights()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(MOST_CANDIDATES).toList();
    }

    private Optional<Candidate> candidate(Likeness likeness, CustomerProfile other, KindRights rights) {
        return likeness.worthALook()
                ? Optional.of(new Candidate(likeness.score(), likeness.reasons(), json.shown(other, Set.of(), rights)))
                : Optional.empty();
    }

    /** What the last sweep found and still holds; what holds no longer is forgotten on the way. */
    Pairs found(int after, int size, Caller caller) {
        Visibility visibility = rules.visibility(caller, RecordKind.CUSTOMER, ArchivedFilter.EXCLUDE);
        Optional<DuplicatePairs.Swept> swept = pairs.swept();
        if (swept.isEmpty() || visibility.isNothing()) {
            return new Pairs(List.of(), 0L, null);
        }
        List<Pair> items = new ArrayList<>();
        int rank = after;
        List<DuplicatePairs.Ranked> some;
        do {
            some = pairs.after(swept.get(), rank, size - items.size());
            rank = some.isEmpty() ? rank : some.getLast().rank();
            items.addAll(stillAlike(some, visibility));
        } while (items.size() < size && !some.isEmpty());
        // They are ranked by all that is known of them; who does not see all must not learn it from their order.
        items.sort(Comparator.comparingDouble(Pair::score).reversed());
        boolean more = !some.isEmpty() && !pairs.after(swept.get(), rank, 1).isEmpty();
        return new Pairs(items, visibility.isEverything() ? pairs.count(swept.get()) : null, more ? rank : null);
    }

    private List<Pair> stillAlike(List<DuplicatePairs.Ranked> ranked, Visibility visibility) {
        Set<String> ids = ranked.stream().flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toSet());
        Map<String, RecordDocument> customers = store.load(RecordKind.CUSTOMER, ids);
        List<Pair> alikeStill = new ArrayList<>();
        List<String> over = new ArrayList<>();
        for (DuplicatePairs.Ranked pair : ranked) {
            if (!(customers.get(pair.first()) instanceof CustomerProfile first
                    && customers.get(pair.second()) instanceof CustomerProfile second
                    && likeness(first, second, EVERYTHING).isPresent())) {
                over.add(pair.id());
            } else if (visibility.allows(first) && visibility.allows(second)) {
                likeness(first, second, visibility.rights())
                        .map(likeness -> sideBySide(likeness, first, second, visibility.rights()))
                        .ifPresent(alikeStill::add);
            }
        }
        if (!over.isEmpty()) {
            pairs.remove(over);
        }
        return alikeStill;
    }

    private Pair sideBySide(Likeness likeness, CustomerProfile first, CustomerProfile second, KindRights rights) {
        return new Pair(likeness.score(), likeness.reasons(),
                Stream.of(first, second).map(derivations::complete)
                        .map(customer -> json.shown(customer, Set.of(), rights)).toList());
    }
}
