package io.rapport.customer.publication.opportunities;

import io.rapport.customer.domain.opportunities.OpportunityEvent;
import io.rapport.customer.domain.opportunities.OpportunityFacts;
import io.rapport.customer.domain.opportunities.StageTerms;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class OpportunityPublicationTest {

    private static final JsonMapper JSON = StoredJson.mapper();

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() throws IOException {
        var publication = new OpportunityPublication();
        return new PublishedExamples<OpportunityEvent>("contracts/opportunity/v1", Map.ofEntries(
                Map.entry("opportunity.opened.v1.example", openedWithAllFacts()),
                Map.entry("opportunity.opened.v1.example-least", new OpportunityEvent.Opened("id",
                        facts("{'name':'云服务','customerId':'0198c0de-0000-7000-8000-000000000001'}"), "default",
                        "QUOTATION", null, null, null, null)),
                Map.entry("opportunity.changed.v1.example", new OpportunityEvent.FactsChanged(
                        facts("{'amount':{'amount':'48000.00','currency':'CNY'},'competitors':['联想']}"),
                        Set.of("probability"))),
                Map.entry("opportunity.owner-assigned.v1.example",
                        new OpportunityEvent.OwnerAssigned("lisi", "/north/beijing")),
                Map.entry("opportunity.owner-assigned.v1.example-nobody",
                        new OpportunityEvent.OwnerAssigned(null, null)),
                Map.entry("opportunity.stage-changed.v1.example", new OpportunityEvent.StageChanged(null, "default",
                        "PRODUCT_INTEREST", "QUOTATION", 259_200, new StageTerms(30, 14))),
                Map.entry("opportunity.stage-changed.v1.example-pipeline", new OpportunityEvent.StageChanged("default",
                        "key-accounts", "QUOTATION", "TENDER", 60, new StageTerms(25, null))),
                Map.entry("opportunity.won.v1.example", new OpportunityEvent.Won("SIGNING", 86_400, 2_592_000)),
                Map.entry("opportunity.lost.v1.example", new OpportunityEvent.Lost("NEGOTIATION", 864_000, 1_728_000)),
                Map.entry("opportunity.reopened.v1.example",
                        new OpportunityEvent.Reopened("default", "NEGOTIATION", new StageTerms(60, 14))),
                Map.entry("opportunity.archived.v1.example", new OpportunityEvent.Archived()),
                Map.entry("opportunity.restored.v1.example", new OpportunityEvent.Restored()),
                Map.entry("opportunity.withdrawn.v1.example", new OpportunityEvent.Withdrawn())))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(), JSON);
    }

    private static OpportunityEvent openedWithAllFacts() throws IOException {
        String fixture = "/history/opportunity.opened-1.json";
        try (InputStream file = OpportunityPublicationTest.class.getResourceAsStream(fixture)) {
            return JSON.readValue(file, OpportunityEvent.Opened.class);
        }
    }

    private static OpportunityFacts facts(String json) {
        return JSON.readValue(json.replace('\'', '"'), OpportunityFacts.class);
    }
}
