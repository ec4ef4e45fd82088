package io.rapport.customer.api.orders;

import io.rapport.customer.domain.orders.OrderCommand.Change;
import io.rapport.customer.domain.orders.OrderCommand.Part;
import io.rapport.customer.domain.orders.OrderCommand.Place;
import io.rapport.customer.domain.orders.OrderFacts;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import io.rapport.web.json.MergePatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns the flat JSON of an order into commands. */
final class OrderCommands {

    private static final Set<String> ASSIGNMENT = Set.of("owner", "team");
    /** Beside the facts in the flat form. */
    private static final Set<String> NOT_FACTS = Set.of("number", "owner", "team");

    private OrderCommands() {
    }

    /** @param today the day of an order that does not say another */
    static Place place(String orderId, OrderRequest body, LocalDate today) {
        OrderRequest dated = body.orderedAt() == null ? body.orderedAt(today) : body;
        return new Place(orderId, dated.number(), dated.facts(), dated.assignment());
    }

    /** Leaves nothing but what the body says; the number stays when it says none. */
    static Change replace(String orderId, Long expectedVersion, OrderRequest body) {
        return new Change(orderId, expectedVersion, List.of(
                new Part.ChangeFacts(body.number(), OrderFacts.SHEET.replacement(body.facts())),
                new Part.AssignOwner(body.assignment().replacement())));
    }

    /** Changes what the patch names and nothing else. */
    static Change change(String orderId, Long expectedVersion, MergePatch patch) {
        patch.refuseClearing("number", "customerId", "orderedAt");
        OrderRequest body = patch.as(OrderRequest.class);
        List<Part> parts = new ArrayList<>();
        if (patch.fields().stream().anyMatch(field -> field.equals("number") || !NOT_FACTS.contains(field))) {
            parts.add(new Part.ChangeFacts(body.number(),
                    new Patch<>(body.facts(), cleared(patch, Predicate.not(NOT_FACTS::contains)))));
        }
        if (patch.fields().stream().anyMatch(ASSIGNMENT::contains)) {
            parts.add(new Part.AssignOwner(new Patch<>(body.assignment(), cleared(patch, ASSIGNMENT::contains))));
        }
        return new Change(orderId, expectedVersion, parts);
    }

    private static Set<String> cleared(MergePatch patch, Predicate<String> wanted) {
        return patch.cleared().stream().filter(wanted).collect(Collectors.toSet());
    }
}
