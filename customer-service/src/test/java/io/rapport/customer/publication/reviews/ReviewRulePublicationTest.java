package io.rapport.customer.publication.reviews;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.domain.customers.ReviewRule;
import io.rapport.customer.domain.customers.ReviewRule.Case;
import io.rapport.customer.domain.customers.ReviewRule.Entry;
import io.rapport.customer.domain.reviews.ReviewRuleEvent;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class ReviewRulePublicationTest {

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() {
        var publication = new ReviewRulePublication();
        var rule = new ReviewRule(List.of(new Case("Imported customers", Entry.IMPORT, null, null),
                new Case("Fair contacts of reps", null, Set.of(Role.REP), Map.of("source", List.of("展会")))));
        return new PublishedExamples("contracts/review-rule/v1",
                Map.of("review-rule.defined.v1.example", new ReviewRuleEvent.Defined(rule)))
                .tests(event -> publication.publish((ReviewRuleEvent) event).type(),
                        event -> publication.publish((ReviewRuleEvent) event).data(), StoredJson.mapper());
    }
}
