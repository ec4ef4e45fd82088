package io.rapport.customer.history.reviews;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.customers.ReviewRule;
import io.rapport.customer.domain.customers.ReviewRule.Case;
import io.rapport.customer.domain.customers.ReviewRule.Entry;
import io.rapport.customer.domain.reviews.ReviewRuleEvent;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.StoredEventFixtures;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class StoredReviewRuleEventsTest extends RunningCustomerService {

    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> givenAnEventWhenSerializedThenTheStoredFormIsUnchanged() {
        var rule = new ReviewRule(List.of(new Case("Imported customers", Entry.IMPORT, null, null),
                new Case("Fair contacts of reps", null, Set.of(Role.REP), Map.of("source", List.of("展会")))));
        return new StoredEventFixtures("review-rule", Set.of("review-rule.defined-1"),
                Map.of("review-rule.defined-1", new ReviewRuleEvent.Defined(rule))).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }
}
