package io.rapport.customer.api.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.CustomerCommand.Change;
import io.rapport.customer.domain.customers.CustomerCommand.Part;
import io.rapport.customer.domain.customers.CustomerCommand.Register;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import io.rapport.web.json.MergePatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns the flat JSON of a customer into commands. */
final class CustomerCommands {

    private static final String CLOSED = "CLOSED";
    private static final Set<String> ASSIGNMENT = Set.of("owner", "team");
    /** Beside the facts in the flat form. */
    private static final Set<String> NOT_FACTS = Set.of("number", "owner", "team", "salesStatus", "activity",
            "lifecycleStage");
    /** Facts that clients of the interface do not write. */
    private static final String OPENING_VALUES = "openingValues";

    private CustomerCommands() {
    }

    static Register register(String customerId, CustomerRequest body) {
        if (body.activity() != null) {
            throw activityIsDerived();
        }
        if (body.lifecycleStage() != null) {
            throw Refusal.of(Refusal.Kind.INVALID, "lifecycleStage", "lifecycle-derived");
        }
        return new Register(customerId, body.number(), body.facts(), body.salesStatus(), body.assignment());
    }

    /** Leaves nothing but what the body says; number and owner stay when it says none. */
    static Change replace(String customerId, Long expectedVersion, CustomerRequest body, String reason) {
        Patch<CustomerFacts> facts = CustomerFacts.SHEET.replacement(body.facts());
        return new Change(customerId, expectedVersion, List.of(
                new Part.ChangeFacts(body.number(), without(OPENING_VALUES, facts)),
                new Part.AssignOwner(body.assignment().replacement()),
                new Part.ChangeStatus(body.salesStatus()),
                activity(body.activity()),
                new Part.OverrideLifecycle(body.lifecycleStage(), reason)));
    }

    /** Changes what the patch names and nothing else. */
    static Change change(String customerId, Long expectedVersion, MergePatch patch, String reason) {
        patch.refuseClearing("number", "name");
        CustomerRequest body = patch.as(CustomerRequest.class);
        List<Part> parts = new ArrayList<>();
        if (patch.fields().stream().anyMatch(field -> field.equals("number") || !NOT_FACTS.contains(field))) {
            parts.add(new Part.ChangeFacts(body.number(),
                    new Patch<>(body.facts(), cleared(patch, Predicate.not(NOT_FACTS::contains)))));
        }
        if (patch.fields().stream().anyMatch(ASSIGNMENT::contains)) {
            parts.add(new Part.AssignOwner(new Patch<>(body.assignment(), cleared(patch, ASSIGNMENT::contains))));
        }
        if (patch.has("salesStatus")) {
            parts.add(new Part.ChangeStatus(body.salesStatus()));
        }
        if (patch.has("activity")) {
            parts.add(activity(body.activity()));
        }
        if (patch.has("lifecycleStage")) {
            parts.add(new Part.OverrideLifecycle(body.lifecycleStage(), reason));
        }
        return new Change(customerId, expectedVersion, parts);
    }

    private static Part activity(String activity) {
        if (activity == null) {
            return new Part.ReopenActivity();
        }
        if (!activity.equals(CLOSED)) {
            throw activityIsDerived();
        }
        return new Part.CloseActivity();
    }

    private static Refusal activityIsDerived() {
        return Refusal.of(Refusal.Kind.INVALID, "activity", "activity-derived");
    }

    private static Patch<CustomerFacts> without(String field, Patch<CustomerFacts> patch) {
        Set<String> cleared = new HashSet<>(patch.cleared());
        cleared.remove(field);
        return new Patch<>(patch.changed(), cleared);
    }

    private static Set<String> cleared(MergePatch patch, Predicate<String> wanted) {
        return patch.cleared().stream().filter(wanted).collect(Collectors.toSet());
    }
}
