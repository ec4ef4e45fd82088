package io.rapport.customer.publication.loyalty;

import io.rapport.customer.domain.loyalty.LoyaltyRulesEvent;
import io.rapport.customer.domain.loyalty.RedemptionEvent;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;

class LoyaltyPublicationTest {

    private static final JsonMapper JSON = StoredJson.mapper();

    @TestFactory
    Stream<DynamicTest> whatIsPublishedOfRulesIsTheContract() throws IOException {
        var publication = new LoyaltyRulesPublication();
        return new PublishedExamples<LoyaltyRulesEvent>("contracts/loyalty-rules/v1", Map.of(
                "loyalty-rules.defined.v1.example", fixture("loyalty-rules.defined-1", LoyaltyRulesEvent.Defined.class),
                "loyalty-rules.removed.v1.example",
                fixture("loyalty-rules.removed-1", LoyaltyRulesEvent.Removed.class)))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(), JSON);
    }

    @TestFactory
    Stream<DynamicTest> whatIsPublishedOfRedemptionsIsTheContract() throws IOException {
        var publication = new RedemptionPublication();
        return new PublishedExamples<RedemptionEvent>("contracts/redemption/v1", Map.of(
                "redemption.made.v1.example", fixture("redemption.made-1", RedemptionEvent.Made.class),
                "redemption.taken-back.v1.example", new RedemptionEvent.TakenBack()))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(), JSON);
    }

    private static <E> E fixture(String name, Class<E> type) throws IOException {
        try (InputStream file = LoyaltyPublicationTest.class.getResourceAsStream("/history/" + name + ".json")) {
            return JSON.readValue(file, type);
        }
    }
}
