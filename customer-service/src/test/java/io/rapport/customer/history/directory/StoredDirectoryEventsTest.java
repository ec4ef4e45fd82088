package io.rapport.customer.history.directory;

import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.directory.RightsDefinition;
import io.rapport.customer.domain.directory.RightsEvent;
import io.rapport.customer.domain.directory.TeamDefinition;
import io.rapport.customer.domain.directory.TeamEvent;
import io.rapport.customer.domain.directory.UserDefinition;
import io.rapport.customer.domain.directory.UserEvent;
import io.rapport.eventstore.StoredEventTypes;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

class StoredDirectoryEventsTest extends RunningCustomerService {

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> theStoredFormOfUsersIsUnchanged() {
        return tests("user", Map.of("user.defined-1", new UserEvent.Defined(
                new UserDefinition("zhangsan", "张三", List.of("manager", "rep"), "/east/shanghai", true))));
    }

    @TestFactory
    Stream<DynamicTest> theStoredFormOfTeamsIsUnchanged() {
        return tests("team", Map.of("team.defined-1", new TeamEvent.Defined(
                new TeamDefinition("/east/shanghai", Map.of("en", "Shanghai", "zh-CN", "上海"), true))));
    }

    @TestFactory
    Stream<DynamicTest> theStoredFormOfRightsIsUnchanged() {
        return tests("rights", Map.of("rights.defined-1", new RightsEvent.Defined(new RightsDefinition(Map.of(
                "administrator", Map.of(
                        "kinds", Map.of("directory", Map.of("read", "all", "write", "all"),
                                "administration", Map.of("read", "all", "write", "all")),
                        "fieldClasses", Map.of("contactData", Map.of("full", "all", "masked", "none"))),
                "rep", Map.of(
                        "kinds", Map.of("customer", Map.of("read", "team", "write", "own", "export", "own")),
                        "fieldClasses", Map.of("contactData", Map.of("full", "own", "masked", "team"),
                                "money", Map.of("full", "own", "masked", "none")),
                        "exportRowsADay", 500))))));
    }

    private Stream<DynamicTest> tests(String kind, Map<String, ?> meaning) {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith(kind + '.'))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        return new StoredEventFixtures(kind, today, meaning).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }
}
