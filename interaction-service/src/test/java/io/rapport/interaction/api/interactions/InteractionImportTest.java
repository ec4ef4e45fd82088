package io.rapport.interaction.api.interactions;

import io.rapport.contracts.rights.Role;
import io.rapport.interaction.RunningInteractionService;
import io.rapport.testing.Servers;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.Answer;
import io.rapport.testing.http.RapportClient;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Mails and meetings as interactions. */
class InteractionImportTest extends RunningInteractionService {

    private static final String IMPORT = "/api/interactions/import";

    @Autowired Environment environment;
    @Autowired JdbcClient database;
    @Autowired EventStore events;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String customer = UUID.randomUUID().toString();
    private final String contact = UUID.randomUUID().toString();
    private final String domain = run + ".example.com";
    private final String address = "zhang@" + domain;
    private RapportClient lisi;

    @BeforeEach
    void aContactThatIsKnown() throws Exception {
        lisi = as(Tokens.of(Role.REP, "lisi", "/north"));
        for (String topic : List.of("customer", "contact")) {
            makeTopic(environment.getRequiredProperty("rapport.topics." + topic));
        }
        publish("customer", customer, "customer.registered.v1", "{\"owner\":\"lisi\"}");
        publish("contact", contact, "contact.registered.v1",
                "{\"facts\":{\"email\":\"" + address + "\",\"customerId\":\"" + customer + "\"}}");
        await().atMost(Duration.ofSeconds(30)).until(() -> known("known_contact", contact)
                && known("known_customer", customer));
    }

    @Test
    void aMailIsBroughtInOnceAndFindsItsPeople() {
        String id = "<" + run + "@mail>";
        JsonNode first = imported(mail(id, address, "me@rapport.example"));
        assertThat(first.get("created").asInt()).as(first.toString()).isEqualTo(1);
        String interaction = interaction(id);
        assertThat(recorded(interaction)).contains("customerId=" + customer, "contactId=" + contact,
                "direction=INBOUND", "address=me@rapport.example", "subject=报价");

        JsonNode again = imported(mail(id, address, "me@rapport.example"));
        assertThat(again.get("created").asInt() + again.get("refused").asInt()).as(again.toString()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(1);
        JsonNode others = imported(as(Tokens.of(Role.REP, "wangwu", "/west")), mail(id, address, "x@y.example"), false);
        assertThat(others.get("refused").asInt()).as(others.toString()).isEqualTo(1);
    }

    @Test
    void theCustomerIsThatOfTheDomainAndLeftOpenWhereThatIsNotClear() throws Exception {
        imported(mail("<d1" + run + ">", "me@rapport.example", "nobody@" + domain));
        assertThat(recorded(interaction("<d1" + run + ">"))).contains("customerId=" + customer, "direction=null");

        String other = UUID.randomUUID().toString();
        String colleague = UUID.randomUUID().toString();
        publish("customer", other, "customer.registered.v1", "{\"owner\":\"lisi\"}");
        publish("contact", colleague, "contact.registered.v1",
                "{\"facts\":{\"email\":\"wang@" + domain + "\",\"customerId\":\"" + other + "\"}}");
        await().atMost(Duration.ofSeconds(30)).until(() -> known("known_contact", colleague)
                && known("known_customer", other));
        imported(mail("<d2" + run + ">", "me@rapport.example", "nobody@" + domain));
        assertThat(recorded(interaction("<d2" + run + ">"))).contains("customerId=null");
    }

    @Test
    void contactsThatTheCallerDoesNotSeeAreNobody() {
        imported(as(Tokens.of(Role.REP, "wangwu", "/west")), mail("<h" + run + ">", address, "x@y.example"), false);
        assertThat(recorded(interaction("<h" + run + ">"))).contains("customerId=null", "contactId=null");
    }

    @Test
    void eachMessageOfAMailboxIsRefusedByItselfAndAllAreTakenBack() {
        String separator = "From x Sun Mar  1 08:00:00 2026\n";
        String mailbox = separator + mail("<m1" + run + ">", address, "x@y.example") + "\n\n" + separator
                + "From: a@b.example\n\nwithout a date\n\n" + separator + mail("<m2" + run + ">", address, "x@y.example");
        JsonNode rehearsed = imported(lisi, mailbox, true);
        assertThat(rehearsed.get("created").asInt()).as(rehearsed.toString()).isEqualTo(2);
        assertThat(interaction("<m1" + run + ">")).isNull();

        Answer queued = lisi.upload(IMPORT, "m.mbox", mailbox.getBytes(StandardCharsets.UTF_8));
        String job = queued.json().get("jobId").stringValue();
        JsonNode done = finished(lisi, job);
        assertThat(done.get("created").asInt()).as(done.toString()).isEqualTo(2);
        assertThat(lisi.get("/api/jobs/" + job + "/refused", "Accept-Language", "en").body())
                .contains("Line 2: The mail does not say when it was sent.");

        lisi.post("/api/jobs/" + job + "/undo", "");
        await().atMost(Duration.ofSeconds(30)).until(() -> interaction("<m1" + run + ">") == null);
        assertThat(imported(mail("<m1" + run + ">", address, "x@y.example")).get("created").asInt()).isEqualTo(1);
    }

    @Test
    void aCalendarIsBroughtInMeetingByMeeting() {
        JsonNode done = imported("""
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:%1$s
                DTSTART:20260301T080000Z
                DTEND:20260301T090000Z
                SUMMARY:会议
                ATTENDEE:mailto:%2$s
                END:VEVENT
                BEGIN:VEVENT
                UID:later
                DTSTART:22260301T080000Z
                END:VEVENT
                END:VCALENDAR
                """.formatted(run, address));
        assertThat(done.get("created").asInt()).as(done.toString()).isEqualTo(1);
        assertThat(done.get("refused").asInt()).isEqualTo(1);
        assertThat(recorded(interaction(run))).contains("kind=MEETING", "durationSeconds=3600", "contactId=" + contact);
    }

    @Test
    void whatIsNeitherMailNorCalendarIsRefused() {
        assertProblem(lisi.upload(IMPORT, "x.csv", "a,b\n1,2".getBytes(StandardCharsets.UTF_8)), 422,
                "invalid-content", "file");
        assertProblem(as(Tokens.analyst()).upload(IMPORT, "x.eml", "From: a".getBytes(StandardCharsets.UTF_8)), 403);
        Answer preview = lisi.upload(IMPORT + "/preview", "m.eml", mail("<p" + run + ">", address, "x@y.example")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(preview.json().get("rows").asInt()).as(preview.toString()).isEqualTo(1);
    }

    private static String mail(String id, String from, String to) {
        return "From: " + from + "\nTo: " + to + "\nDate: Sun, 01 Mar 2026 16:00:00 +0800\nSubject: 报价\n"
                + "Message-ID: " + id + "\nContent-Type: text/plain; charset=utf-8\n\n见附件";
    }

    private JsonNode imported(String file) {
        return imported(lisi, file, false);
    }

    private static JsonNode imported(RapportClient client, String file, boolean dryRun) {
        Answer queued = client.upload(IMPORT + "?dryRun=" + dryRun, "file", file.getBytes(StandardCharsets.UTF_8));
        assertThat(queued.status()).as(queued.toString()).isEqualTo(202);
        return finished(client, queued.json().get("jobId").stringValue());
    }

    private static JsonNode finished(RapportClient client, String job) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> client.get("/api/jobs/" + job).json(),
                state -> List.of("DONE", "FAILED").contains(state.get("state").asString()));
    }

    /** Id of the interaction that was made of a message; null where there is none. */
    private String interaction(String messageId) {
        return database.sql("""
                SELECT record_id FROM reservation WHERE scope = 'interaction-message'
                    AND value = encode(sha256(convert_to(?, 'UTF8')), 'hex')""")
                .param(messageId).query(String.class).optional().orElse(null);
    }

    private String recorded(String interaction) {
        return events.readEvents(interaction).next().getPayload().toString();
    }

    private boolean known(String table, String id) {
        return database.sql("SELECT count(*) FROM " + table + " WHERE id = ?").param(id).query(Long.class).single() == 1;
    }

    private static void makeTopic(String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Servers.kafka()))) {
            if (!admin.listTopics().names().get().contains(name)) {
                admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
            }
        }
    }

    private void publish(String topic, String id, String type, String data) throws Exception {
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", (Object) Servers.kafka()),
                new StringSerializer(), new ByteArraySerializer())) {
            var event = new ProducerRecord<>(environment.getRequiredProperty("rapport.topics." + topic), id,
                    data.getBytes(StandardCharsets.UTF_8));
            Map.of("ce_type", type, "ce_sequence", "1", "ce_actor", "lisi").forEach((name, value) ->
                    event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(event).get();
        }
    }
}
