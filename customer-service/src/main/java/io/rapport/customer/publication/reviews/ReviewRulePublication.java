package io.rapport.customer.publication.reviews;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.domain.customers.ReviewRule;
import io.rapport.customer.domain.reviews.ReviewRuleEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the world learns of the review rule. */
@Component
class ReviewRulePublication implements EventPublication<ReviewRuleEvent> {

    /** {@code review-rule.defined.v1} */
    record Defined(String recordKind, List<Case> cases) {
    }

    /** @param roles and {@code where}: null where they do not matter */
    record Case(String name, String entry, List<String> roles, Map<String, List<String>> where) {
    }

    @Override
    public PublicEvent publish(ReviewRuleEvent storedEvent) {
        return switch (storedEvent) {
            case ReviewRuleEvent.Defined e -> new PublicEvent("review-rule.defined.v1",
                    new Defined("customer", e.rule().cases().stream().map(ReviewRulePublication::published).toList()));
        };
    }

    private static Case published(ReviewRule.Case one) {
        return new Case(one.name(), one.entry() == null ? null : one.entry().name(),
                one.roles().isEmpty() ? null : one.roles().stream().map(Role::code).sorted().toList(),
                one.where().isEmpty() ? null : new TreeMap<>(one.where()));
    }
}
