package io.rapport.customer.domain.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.FieldErrors;
import io.rapport.values.RecordReference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one customer of two, and two of one again. Pure, as all that decides and evolves. */
final class CustomerMerging {

    private static final String FROM = "from";

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
        MergeChoices choices = new MergeChoices(command.take());
        choices.check(state, other, errors);
        errors.throwIfAny();
        ChangedValues values = choices.values(state, other);
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
        return new CustomerEvent.Released(ended.from(), ended.records(),
                ended.before().without(takenLater).whole(state), kept);
    }

    static List<CustomerEvent> decide(CustomerState state, CustomerCommand.TellApart command) {
        return state.merges().apart().contains(command.from()) == command.apart() ? List.of()
                : List.of(new CustomerEvent.ToldApart(command.from(), command.apart()));
    }

    static CustomerState evolve(CustomerState before, CustomerEvent.Absorbed event) {
        CustomerState after = event.values().on(before);
        ChangedValues back = ChangedValues.of(before, ChangedValues.fieldsBetween(before, after));
        return after.with(before.merges().with(new Absorption(event.from(), event.records(), back, Set.of())));
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
        return event.values().on(before).with(before.merges().with(absorbed));
    }

    /** What somebody has changed since a merge does not go back with it. */
    static CustomerState noteChanges(CustomerState before, CustomerEvent event, CustomerState after) {
        boolean merging = event instanceof CustomerEvent.Absorbed || event instanceof CustomerEvent.Released;
        return merging || before == null || before.merges().absorbed().isEmpty() ? after
                : after.with(after.merges().changed(ChangedValues.fieldsBetween(before, after)));
    }

    /** What the answer tells of customers that were parted: fields that went back, and those that stay as they are. */
    static Map<String, String> told(CustomerState before, CustomerEvent.Released event, CustomerState after) {
        return Map.of("restored", String.join(",", ChangedValues.fieldsBetween(before, after)),
                "kept", String.join(",", event.kept()));
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
