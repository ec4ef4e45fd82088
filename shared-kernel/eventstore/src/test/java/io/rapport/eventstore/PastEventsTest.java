package io.rapport.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.eventstore.note.NoteCommand.Reword;
import io.rapport.eventstore.note.NoteCommand.Write;
import io.rapport.eventstore.relay.PastEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@OnRealServers
class PastEventsTest {

    private static final CommandContext CONTEXT =
            new CommandContext("zhangsan", "asked by phone", "request", "corr-1", null);
    private static final int ALL = 1_000;

    @Autowired Commands commands;
    @Autowired PastEvents past;

    @Test
    void theyAreToldAsTheWorldWasTold() {
        String id = written(3);

        List<EventEnvelope> events = past.of(id, 0, Instant.now(), ALL);

        assertThat(events).extracting(EventEnvelope::sequence).containsExactly(1L, 2L, 3L);
        EventEnvelope first = events.getFirst();
        assertThat(first.type()).isEqualTo("note.written.v1");
        assertThat(first.source()).isEqualTo("note-service");
        assertThat(first.subject()).isEqualTo(id);
        assertThat(first.actor()).isEqualTo("zhangsan");
        assertThat(first.reason()).isEqualTo("asked by phone");
        assertThat(first.origin()).isEqualTo("request");
        assertThat(new String(first.data())).contains("\"text\":\"text 1\"");
    }

    @Test
    void theyEndWithTheMillisecondAskedFor() {
        String id = written(3);
        Instant second = past.of(id, 1, Instant.now(), 1).getFirst().time().truncatedTo(ChronoUnit.MILLIS);

        assertThat(past.of(id, 0, second, ALL)).extracting(EventEnvelope::sequence).contains(1L, 2L);
        assertThat(past.of(id, 0, second.minusMillis(1), ALL)).extracting(EventEnvelope::sequence).doesNotContain(2L);
        assertThat(past.of(id, 0, second.minusSeconds(60), ALL)).isEmpty();
    }

    @Test
    void theyComeInPortions() {
        String id = written(4);

        assertThat(past.of(id, 1, Instant.now(), 2)).extracting(EventEnvelope::sequence).containsExactly(2L, 3L);
    }

    @Test
    void theyReachBehindASnapshot() {
        String id = written(120);

        assertThat(past.of(id, 0, Instant.now(), ALL)).hasSize(120);
    }

    @Test
    void anUnknownRecordHasNone() {
        assertThat(past.of(RecordIds.next(), 0, Instant.now(), ALL)).isEmpty();
    }

    private String written(int events) {
        String id = RecordIds.next();
        commands.execute(new Write(id, "N-" + id, "text 1", null), CONTEXT);
        for (int i = 2; i <= events; i++) {
            commands.execute(new Reword(id, null, "text " + i), CONTEXT);
        }
        return id;
    }
}
