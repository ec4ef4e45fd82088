package io.rapport.customer.application.customers.imports;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.imports.CustomerIdentities.Known;
import io.rapport.customer.domain.customers.CustomerReferences;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the customers that the rows of a batch mention, with one question for each way to mention one. */
@Component
public class MentionedCustomers {

    private final CustomerIdentities identities;
    private final CustomerReferences references;

    MentionedCustomers(CustomerIdentities identities, CustomerReferences references) {
        this.identities = identities;
        this.references = references;
    }

    /** What was found; asked for each row. */
    @FunctionalInterface
    public interface Found {

        /**
         * @return id of the customer
         * @throws Refusal CONFLICT {@code customer-not-found} or {@code customer-ambiguous}
         */
        String idOf(CustomerMention mention);
    }

    public Found find(Collection<CustomerMention> mentions) {
        Map<String, String> byNumber = identities.byNumber(mentions.stream().filter(mention -> mention.id() == null)
                .map(CustomerMention::number).filter(Objects::nonNull).distinct().toList());
        Map<String, List<Known>> byName = identities.byName(mentions.stream()
                .filter(mention -> mention.id() == null && mention.number() == null && mention.name() != null)
                .map(mention -> Identity.nameKey(mention.name())).distinct().toList());
        Set<String> ids = new HashSet<>(byNumber.values());
        byName.values().forEach(known -> known.forEach(one -> ids.add(one.customerId())));
        mentions.stream().map(CustomerMention::id).filter(Objects::nonNull).forEach(ids::add);
        references.prepare(ids);
        return mention -> id(mention, byNumber, byName);
    }

    private static String id(CustomerMention mention, Map<String, String> byNumber, Map<String, List<Known>> byName) {
        if (mention.id() != null) {
            return mention.id();
        }
        if (mention.number() != null) {
            String id = byNumber.get(mention.number());
            if (id == null) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "customerNumber", "customer-not-found");
            }
            return id;
        }
        List<Known> known = byName.getOrDefault(Identity.nameKey(mention.name()), List.of());
        if (known.size() != 1) {
            throw known.isEmpty() ? Refusal.of(Refusal.Kind.CONFLICT, "customer", "customer-not-found")
                    : Refusal.of(Refusal.Kind.CONFLICT, "customer", "customer-ambiguous", known.size());
        }
        return known.getFirst().customerId();
    }
}
