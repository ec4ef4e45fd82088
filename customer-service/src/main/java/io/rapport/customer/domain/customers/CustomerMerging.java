package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;
import io.rapport.values.RecordReference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one customer of two, and two of one again. Pure, as all that decides and evolves. */
final class CustomerMerging {

    private static final String FROM = "from";
    private static final String TAKE = "take.";
    private static final String THIS = "this";
    private static final String BOTH = "both";
    private static final Set<String> CHOICES = Set.of(THIS, FROM, BOTH);
    private static final Set<String> BESIDE_FACTS =
            Set.of(ChangedValues.OWNER, ChangedValues.SALES_STATUS, ChangedValues.ACTIVITY);

    private CustomerMerging() {
    }

    /** @throws Refusal INVALID when the other customer cannot be one, or is the same */
    static void anotherIsNamed(String customerId, String from) {
        FieldErrors errors = new FieldErrors();
        if (from == null) {
            errors.add(FROM, "required");
        } else if (from.equals(customerId)) {
            errors.add(FROM, "merge-with-itself");
        }
        RecordReference.check(FROM, from, errors);
        errors.throwIfAny();
    }

    static CustomerEvent.Absorbed decide(CustomerState state, CustomerState other, CustomerCommand.Merge command) {
        CustomerPolicies.anArchivedCustomerDoesNotChange(state);
        if (other.merges().into() != null) {
            throw Refusal.of(Refusal.Kind.CONFLICT, FROM, "merge-merged-before", other.merges().into());
        }
        if (other.archived()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, FROM, "merge-archived");
        }
        onlyCustomersThatCountAreMerged("", state);
        onlyCustomersThatCountAreMerged(FROM, other);
        FieldErrors errors = new FieldErrors();
        choicesCanBeMade(command.take(), errors);
        errors.throwIfAny();
        ChangedValues values = taken(state, other, command.take());
        CustomerPolicies.factsKeepTheRules(values.facts(), errors);
        errors.throwIfAny();
        List<String> records = Stream.concat(Stream.of(command.from()), other.merges().records().stream()).toList();
        return new CustomerEvent.Absorbed(command.from(), records, values);
    }

    /** @throws Refusal CONFLICT: else a merge would do without the approval */
    private static void onlyCustomersThatCountAreMerged(String field, CustomerState state) {
        if (state.review() != null) {
            throw Refusal.of(Refusal.Kind.CONFLICT, field, "merge-in-review");
        }
    }

    static CustomerEvent.Released decide(CustomerState state, CustomerCommand.Unmerge command) {
        CustomerPolicies.anArchivedCustomerDoesNotChange(state);
        List<Absorption> absorbed = state.merges().absorbed();
        int at = position(absorbed, command.from());
        if (at < 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, FROM, "unmerge-not-merged");
        }
        Absorption ended = absorbed.get(at);
        Set<String> takenLater = absorbed.subList(at + 1, absorbed.size()).stream()
                .flatMap(later -> later.before().fields().stream()).collect(Collectors.toSet());
        Set<String> kept = new TreeSet<>(ended.changedSince());
        kept.addAll(takenLater);
        return new CustomerEvent.Released(ended.from(), ended.records(), ended.before().without(takenLater), kept);
    }

    static CustomerState evolve(CustomerState before, CustomerEvent.Absorbed event) {
        var absorption = new Absorption(event.from(), event.records(), event.values().backTo(before), Set.of());
        return event.values().on(before).with(before.merges().with(absorption));
    }

    /**
     * A field that a later merge has taken over again keeps the later value; parting the later one then goes back to
     * what was before both.
     */
    static CustomerState evolve(CustomerState before, CustomerEvent.Released event) {
        List<Absorption> absorbed = new ArrayList<>(before.merges().absorbed());
        int at = position(absorbed, event.from());
        ChangedValues pending = absorbed.remove(at).before();
        for (int later = at; later < absorbed.size(); later++) {
            ChangedValues inherited = pending.only(absorbed.get(later).before().fields());
            pending = pending.without(inherited.fields());
            absorbed.set(later, absorbed.get(later).goingBackTo(inherited));
        }
        return event.values().on(before).with(new Merges(before.merges().into(), absorbed));
    }

    /** Which fields an event of this customer alone changes. */
    static Set<String> fieldsChangedBy(CustomerEvent event) {
        return switch (event) {
            case CustomerEvent.FactsChanged e -> {
                Set<String> fields = new HashSet<>(CustomerFacts.SHEET.present(e.changed()));
                fields.addAll(e.cleared());
                if (e.number() != null) {
                    fields.add("number");
                }
                yield fields;
            }
            case CustomerEvent.OwnerAssigned _ -> Set.of(ChangedValues.OWNER);
            case CustomerEvent.StatusChanged _ -> Set.of(ChangedValues.SALES_STATUS);
            case CustomerEvent.ActivityClosed _, CustomerEvent.ActivityReopened _ -> Set.of(ChangedValues.ACTIVITY);
            default -> Set.of();
        };
    }

    private static void choicesCanBeMade(Map<String, String> take, FieldErrors errors) {
        take.forEach((field, choice) -> {
            boolean fact = CustomerFacts.SHEET.names().contains(field);
            if (!fact && !BESIDE_FACTS.contains(field)) {
                errors.add(TAKE + field, "merge-field-unknown");
            } else if (choice == null || !CHOICES.contains(choice)) {
                errors.add(TAKE + field, "merge-choice-unknown");
            } else if (choice.equals(BOTH) && !(fact && CustomerFacts.SHEET.isList(field))) {
                errors.add(TAKE + field, "merge-choice-of-lists");
            }
        });
    }

    private static ChangedValues taken(CustomerState state, CustomerState other, Map<String, String> take) {
        Set<String> both = chosen(take, BOTH);
        Set<String> wanted = new HashSet<>(chosen(take, FROM));
        wanted.addAll(both);
        CustomerFacts joined = CustomerFacts.SHEET.joined(state.facts(), other.facts(), both);
        CustomerFacts source = CustomerFacts.SHEET.merge(other.facts(),
                new Patch<>(CustomerFacts.SHEET.only(joined, both), Set.of()));
        Patch<CustomerFacts> facts =
                CustomerFacts.SHEET.effective(state.facts(), CustomerFacts.SHEET.replacement(source, wanted));
        return new ChangedValues(facts.changed(), facts.cleared(),
                taken(wanted, ChangedValues.OWNER, state.assignment(), other.assignment()),
                taken(wanted, ChangedValues.SALES_STATUS, state.salesStatus(), other.salesStatus()),
                taken(wanted, ChangedValues.ACTIVITY, state.activityClosed(), other.activityClosed()));
    }

    private static <V> V taken(Set<String> wanted, String field, V before, V others) {
        return wanted.contains(field) && !Objects.equals(before, others) ? others : null;
    }

    private static Set<String> chosen(Map<String, String> take, String choice) {
        return take.entrySet().stream().filter(entry -> choice.equals(entry.getValue())).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static int position(List<Absorption> absorbed, String from) {
        for (int i = 0; i < absorbed.size(); i++) {
            if (absorbed.get(i).from().equals(from)) {
                return i;
            }
        }
        return -1;
    }
}
