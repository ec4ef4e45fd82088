package io.rapport.customer.publication.directory;

import io.rapport.customer.domain.directory.RightsDefinition;
import io.rapport.customer.domain.directory.RightsEvent;
import io.rapport.customer.domain.directory.TeamDefinition;
import io.rapport.customer.domain.directory.TeamEvent;
import io.rapport.customer.domain.directory.UserDefinition;
import io.rapport.customer.domain.directory.UserEvent;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.PublishedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class DirectoryPublicationTest {

    @TestFactory
    Stream<DynamicTest> whatIsPublishedOfUsersIsTheContract() {
        var publication = new UserPublication();
        return new PublishedExamples<UserEvent>("contracts/user/v1", Map.of(
                "user.defined.v1.example", new UserEvent.Defined(
                        new UserDefinition("zhangsan", "张三", List.of("rep"), "/east/shanghai", true)),
                "user.defined.v1.example-program", new UserEvent.Defined(new UserDefinition("erp", "ERP",
                        List.of("integration"), null, true, List.of("lisi", "/east"))),
                "user.defined.v1.example-least", new UserEvent.Defined(
                        new UserDefinition("auditor", "Auditor", List.of("analyst", "administrator"), null, false))))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }

    @TestFactory
    Stream<DynamicTest> whatIsPublishedOfTeamsIsTheContract() {
        var publication = new TeamPublication();
        return new PublishedExamples<TeamEvent>("contracts/team/v1", Map.of(
                "team.defined.v1.example", new TeamEvent.Defined(new TeamDefinition("/east/shanghai",
                        Map.of("zh-CN", "上海", "zh-TW", "上海", "en", "Shanghai"), true))))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }

    @TestFactory
    Stream<DynamicTest> whatIsPublishedOfRightsIsTheContract() {
        var publication = new RightsPublication();
        return new PublishedExamples<RightsEvent>("contracts/rights/v1", Map.of(
                "rights.defined.v1.example", new RightsEvent.Defined(new RightsDefinition(Map.of(
                "administrator", Map.of(
                        "kinds", Map.of("directory", Map.of("read", "all", "write", "all"),
                                "administration", Map.of("read", "all", "write", "all")),
                        "fieldClasses", Map.of("contactData", Map.of("full", "all", "masked", "none"))),
                "rep", Map.of(
                        "kinds", Map.of("customer", Map.of("read", "team", "write", "own", "export", "own")),
                        "fieldClasses", Map.of("contactData", Map.of("full", "own", "masked", "team"),
                                "money", Map.of("full", "own", "masked", "none")),
                        "exportRowsADay", 500))))))
                .tests(event -> publication.publish(event).type(), event -> publication.publish(event).data(),
                        StoredJson.mapper());
    }
}
