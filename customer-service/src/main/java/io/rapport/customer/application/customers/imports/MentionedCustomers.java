package io.rapport.customer.application.customers.imports;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.AnsweringCustomers;
import io.rapport.customer.application.customers.imports.CustomerIdentities.Known;
import io.rapport.customer.application.rights.SeenRecords;
import io.rapport.customer.domain.customers.CustomerReferences;
import io.rapport.rights.Kind;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the customers that the rows of a batch mention, with one question for each way to mention one. */
@Component
public class MentionedCustomers {

    private final CustomerIdentities identities;
    private final CustomerReferences references;
    private final AnsweringCustomers answering;
    private final SeenRecords seen;

    MentionedCustomers(CustomerIdentities identities, CustomerReferences references, AnsweringCustomers answering,
                       SeenRecords seen) {
        this.seen = seen;
        this.answering = answering;
        this.identities = identities;
        this.references = references;
    }

    /**
     * The customer that a row is about.
     *
     * @param merged whether the row mentions one that was merged, for which this one answers
     */
    public record Mentioned(String id, boolean merged) {

        /** What the sender of the row should know. */
        public List<FieldError> notes() {
            return merged ? List.of(FieldError.of("", "customer-redirected", id)) : List.of();
        }
    }

    /** What was found; asked for each row. */
    @FunctionalInterface
    public interface Found {

        /**
         * @throws Refusal CONFLICT {@code customer-not-found} or {@code customer-ambiguous}
         */
        Mentioned of(CustomerMention mention);
    }

    /**
     * @param caller who mentions them: what he does not see is not found; of ids the commands say so themselves
     */
    public Found find(Collection<CustomerMention> mentions, Caller caller) {
        Map<String, String> byNumber = identities.byNumber(mentions.stream().filter(mention -> mention.id() == null)
                .map(CustomerMention::number).filter(Objects::nonNull).distinct().toList());
        Map<String, List<Known>> byName = identities.byName(mentions.stream()
                .filter(mention -> mention.id() == null && mention.number() == null && mention.name() != null)
                .map(mention -> Identity.nameKey(mention.name())).distinct().toList());
        Set<String> ids = new HashSet<>(byNumber.values());
        byName.values().forEach(known -> known.forEach(one -> ids.add(one.customerId())));
        Set<String> visible = seen.of(Kind.CUSTOMER, ids, caller);
        byNumber.values().retainAll(visible);
        byName.values().forEach(known -> known.removeIf(one -> !visible.contains(one.customerId())));
        mentions.stream().map(CustomerMention::id).filter(Objects::nonNull).forEach(ids::add);
        Map<String, String> survivors = answering.answeringFor(ids);
        references.prepare(ids.stream().map(id -> survivors.getOrDefault(id, id)).toList());
        return mention -> {
            Set<String> named = named(mention, byNumber, byName);
            List<String> customers = named.stream().map(id -> survivors.getOrDefault(id, id)).distinct().toList();
            if (customers.size() > 1) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "customer", "customer-ambiguous", customers.size());
            }
            return new Mentioned(customers.getFirst(), !named.contains(customers.getFirst()));
        };
    }

    /** At least one. */
    private static Set<String> named(CustomerMention mention, Map<String, String> byNumber,
                                     Map<String, List<Known>> byName) {
        if (mention.id() != null) {
            return Set.of(mention.id());
        }
        if (mention.number() != null) {
            String id = byNumber.get(mention.number());
            if (id == null) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "customerNumber", "customer-not-found");
            }
            return Set.of(id);
        }
        List<Known> known = byName.getOrDefault(Identity.nameKey(mention.name()), List.of());
        if (known.isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "customer", "customer-not-found");
        }
        return known.stream().map(Known::customerId).collect(Collectors.toSet());
    }
}
