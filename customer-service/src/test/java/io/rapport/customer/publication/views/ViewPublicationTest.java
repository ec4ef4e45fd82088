package io.rapport.customer.publication.views;

import io.rapport.customer.domain.views.ViewDefinition;
import io.rapport.customer.domain.views.ViewEvent;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ViewPublicationTest {

    @TestFactory
    Stream<DynamicTest> whatIsPublishedIsTheContract() {
        var publication = new ViewPublication();
        var saved = new ViewEvent.Saved("v1", new ViewDefinition("北京跟进中", "customer", "华为",
                List.of("name", "owner", "openOpportunityAmount"),
                "region eq '北京' and salesStatus eq 'FOLLOWING_UP'", List.of("-openOpportunityAmount", "name"), true,
                "zhaoliu"));
        return new PublishedExamples<ViewEvent>("contracts/view/v1",
                Map.of("view.saved.v1.example", saved, "view.removed.v1.example", new ViewEvent.Removed()))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }
}
