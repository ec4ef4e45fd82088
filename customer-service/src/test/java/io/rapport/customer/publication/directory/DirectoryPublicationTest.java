package io.rapport.customer.publication.directory;

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
}
