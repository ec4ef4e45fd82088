package io.rapport.interaction.application.interactions.imports;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.RecordIds;
import io.rapport.interaction.application.contacts.KnownContacts;
import io.rapport.interaction.application.interactions.KnownMessages;
import io.rapport.interaction.domain.interactions.InteractionCommand;
import io.rapport.interaction.domain.interactions.InteractionFacts;
import io.rapport.interaction.domain.interactions.Participant;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RowImporter;
import io.rapport.jobs.mapping.ImportColumns;
import io.rapport.jobs.reading.ByteSource;
import io.rapport.jobs.reading.TableFile;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.values.Patch;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes interactions of mails and meetings: each message is one, whoever brings it in and however often. Participants
 * are the contacts that have their addresses; the customer is theirs, or that of all contacts at their domain, and left
 * open where that is more than one.
 */
@Component
public class InteractionImporter implements RowImporter<InteractionRow> {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final KnownContacts contacts;
    private final KnownMessages messages;
    private final CallerRights rights;
    private final Clock clock = Clock.systemUTC();

    InteractionImporter(KnownContacts contacts, KnownMessages messages, CallerRights rights) {
        this.contacts = contacts;
        this.messages = messages;
        this.rights = rights;
    }

    @Override
    public String recordKind() {
        return "interaction";
    }

    @Override
    public ImportColumns columns() {
        return InteractionColumns.ALL;
    }

    @Override
    public TableFile understand(ByteSource file) throws IOException {
        return HappeningsTable.understand(file, clock);
    }

    @Override
    public InteractionRow read(Map<String, String> values) {
        FileProblem.of(values.get(InteractionColumns.PROBLEM)).ifPresent(problem -> {
            throw Refusal.of(Refusal.Kind.INVALID, "", problem.code());
        });
        String seconds = values.get("durationSeconds");
        return new InteractionRow(values.get("kind"), Instant.parse(values.get("time")), values.get("subject"),
                values.get("text"), list(values.get("participants"), Participant[].class),
                seconds == null ? null : Integer.valueOf(seconds), list(values.get("attachments"), String[].class),
                values.get("messageId"));
    }

    @Override
    public List<String> keys(InteractionRow row) {
        return List.of("message " + row.messageId());
    }

    @Override
    public List<PlannedRow> plan(List<InteractionRow> rows, Caller caller) {
        Map<String, String> known = messages.byMessage(rows.stream().map(InteractionRow::messageId).toList());
        KnownContacts.Found found = contacts.find(rows.stream().flatMap(row -> row.addresses().stream()).toList(),
                rights.of(caller));
        return rows.stream().map(row -> known.containsKey(row.messageId())
                ? again(known.get(row.messageId()), caller)
                : new PlannedRow.Create(new InteractionCommand.Record(RecordIds.next(), row.facts(found)))).toList();
    }

    /** A message changes nothing the second time; what became of another's is not told. */
    private PlannedRow again(String interactionId, Caller caller) {
        return messages.enteredBy(interactionId).equals(caller.name())
                ? new PlannedRow.Change(new InteractionCommand.Correct(interactionId, null,
                        new Patch<>(InteractionFacts.SHEET.empty(), Set.of())))
                : new PlannedRow.Refuse(Refusal.of(Refusal.Kind.CONFLICT, "", "message-known"));
    }

    private static <T> List<T> list(String json, Class<T[]> type) {
        return json == null ? List.of() : Arrays.asList(JSON.readValue(json, type));
    }
}
