package io.rapport.reporting.tasks;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import static io.rapport.reporting.TestEvents.because;
import static io.rapport.reporting.TestEvents.customerRegistered;
import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;
import static org.assertj.core.api.Assertions.assertThat;

class TasksTest extends ReportingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final String id = newId();
    private final String word = "w" + id.substring(0, 8);
    private final LocalDate today = LocalDate.now(SHANGHAI);

    @Test
    void aTaskFollowsItsEvents() {
        open(id, today, "\"dueTime\":\"14:30\",");
        publish(because(event("task.postponed.v1", id, 2,
                        "{\"due\":\"2026-11-25\",\"dueTime\":\"09:00\",\"timeZone\":\"Asia/Tokyo\"}"), "客户出差", "request"),
                event("task.reassigned.v1", id, 3, "{\"assignee\":\"lisi\"}"),
                event("task.completed.v1", id, 4, "{\"next\":\"" + newId() + "\"}"));

        JsonNode done = getAfter(write(id, 4), "/api/tasks/" + id).json();
        assertThat(done.get("dueAt").asString()).isEqualTo("2026-11-25T00:00:00Z");
        assertThat(done.get("assignee").asString()).isEqualTo("lisi");
        assertThat(done.get("status").asString()).isEqualTo("DONE");
        assertThat(done.get("completedAt").asString()).isEqualTo("2026-01-01T08:00:04Z");
        assertThat(done.has("next")).isTrue();
        assertThat(done.get("overdue").asBoolean()).isFalse();
        assertThat(get("/api/tasks/" + id + "/history?field=due").json().at("/items/0/why").asString())
                .isEqualTo("客户出差");
        assertThat(get("/api/tasks/" + id + "?asOf=2026-01-01T08:00:02Z").json().get("assignee").asString())
                .isEqualTo("zhangsan");

        publish(because(event("task.reopened.v1", id, 5, "{}"), "没打通", "request"),
                because(event("task.cancelled.v1", id, 6, "{}"), "客户不要了", "request"));
        JsonNode cancelled = getAfter(write(id, 6), "/api/tasks/" + id).json();
        assertThat(cancelled.get("cancelReason").asString()).isEqualTo("客户不要了");
        assertThat(cancelled.has("completedAt")).isFalse();
    }

    @Test
    void whatIsDueAndOverdueIsFoundAsTimePasses() {
        String yesterday = newId();
        String tomorrow = newId();
        String doneYesterday = newId();
        open(yesterday, today.minusDays(1), "");
        open(id, today, "");
        open(tomorrow, today.plusDays(1), "");
        open(doneYesterday, today.minusDays(1), "");
        publish(event("task.completed.v1", doneYesterday, 2, "{}"));
        get("/api/tasks?size=1", "Consistency-Token", String.join(",", write(yesterday, 1).encoded(),
                write(id, 1).encoded(), write(tomorrow, 1).encoded(), write(doneYesterday, 2).encoded()));

        assertThat(found("overdue eq true")).containsExactly(yesterday);
        assertThat(found("dueNow eq true and overdue eq false")).containsExactly(id);
        assertThat(found("status eq 'OPEN' and dueNow eq false")).containsExactly(tomorrow);
        assertThat(get("/api/tasks/facets?fields=overdue,status&q=" + word).json().at("/facets/overdue/0/count").asInt())
                .isEqualTo(1);
        assertThat(get("/api/tasks/" + yesterday).json().get("overdue").asBoolean()).isTrue();
        String csv = new String(download("/api/tasks/export?fields=title,due,overdue&q=" + word).body(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains(word, today.toString());
    }

    @Test
    void tasksOfACustomerAreListedWithIt() {
        String customer = newId();
        publish(customerRegistered(customer, "任务客户"), event("task.opened.v1", id, 1, """
                {"facts":{"kind":"OTHER","title":"%s","timeZone":"Asia/Shanghai","priority":"NORMAL",
                  "assignee":"zhangsan","customerId":"%s"}}""".formatted(word, customer)));

        JsonNode tasks = get("/api/customers/" + customer + "/tasks", "Consistency-Token",
                new ConsistencyToken("customer", customer, 1).encoded() + "," + write(id, 1).encoded()).json();
        assertThat(tasks.at("/items/0/id").asString()).as(tasks.toString()).isEqualTo(id);
    }

    private List<String> found(String filter) {
        JsonNode list = get("/api/tasks?q=" + word + "&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8)
                + "&sort=due,-createdAt").json();
        return list.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    private void open(String task, LocalDate due, String more) {
        publish(event("task.opened.v1", task, 1, """
                {"facts":{"kind":"CALLBACK","title":"%s 回访","due":"%s",%s"timeZone":"Asia/Shanghai","priority":"HIGH",
                  "assignee":"zhangsan"}}""".formatted(word, due, more)));
    }

    private static ConsistencyToken write(String task, long sequence) {
        return new ConsistencyToken("task", task, sequence);
    }
}
