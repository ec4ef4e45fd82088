package io.rapport.eventstore.http;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.CommandContext;
import io.rapport.eventstore.CommandWitness;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.Recorded;
import io.rapport.values.FieldErrors;
import io.rapport.values.TextRule;
import io.rapport.web.request.Answers;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.ResponseEntity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Carries out what a request asks of one record and answers as every write does: version, consistency token, id. */
public final class RecordWrites {

    private static final String SOURCE = "request";
    private static final TextRule REASON = TextRule.lines(1_000);

    private final Commands commands;
    private final String kind;
    private final String path;

    /**
     * @param kind kind of the records, as in consistency tokens
     * @param path where they are, such as {@code /api/customers}
     */
    public RecordWrites(Commands commands, String kind, String path) {
        this.commands = commands;
        this.kind = kind;
        this.path = path;
    }

    /** The same, what it changes being seen before it is committed. */
    public RecordWrites witnessedBy(CommandWitness witness) {
        return new RecordWrites(commands.witnessedBy(witness), kind, path);
    }

    /** The expected version of a command, counted from 0; null when any will do. */
    public static Long expectedVersion(IfMatch ifMatch) {
        return ifMatch.version() == null ? null : ifMatch.version() - 1;
    }

    /**
     * A new record: 201 with its id and what else the service tells of it.
     *
     * @throws Refusal as the record refuses
     */
    public ResponseEntity<Map<String, String>> create(Object command, RequestContext request,
                                                      Optional<IdempotencyKey> key) {
        Recorded recorded = execute(command, request, null, key);
        Map<String, String> body = new LinkedHashMap<>();
        body.put("id", recorded.recordId());
        body.putAll(recorded.facts());
        return Answers.created(path + '/' + recorded.recordId(), token(recorded), body);
    }

    /**
     * A new record whose address the client chose: 201 without a body.
     *
     * @param location path of the record
     * @param reason   why, in the words of the actor; null where none was given
     * @throws Refusal as the record refuses
     */
    public ResponseEntity<Void> createAt(String location, Object command, RequestContext request, String reason) {
        return Answers.created(location, token(execute(command, request, reason, Optional.empty())), null);
    }

    /**
     * A change of a record: 204, also when there was nothing to change.
     *
     * @param reason why, in the words of the actor; null where none was given
     * @throws Refusal as the record refuses
     */
    public ResponseEntity<Void> change(Object command, RequestContext request, String reason) {
        return change(command, request, reason, Optional.empty());
    }

    /** A change asked for by POST: at most once for each key. */
    public ResponseEntity<Void> change(Object command, RequestContext request, String reason,
                                       Optional<IdempotencyKey> key) {
        Recorded recorded = execute(command, request, reason, key);
        return Answers.changed(token(recorded), recorded.others());
    }

    /** A change asked for by POST that has something to say: 200 with {@code body} of what it came to. */
    public <T> ResponseEntity<T> change(Object command, RequestContext request, String reason,
                                        Optional<IdempotencyKey> key, Function<Recorded, T> body) {
        Recorded recorded = execute(command, request, reason, key);
        return Answers.changed(token(recorded), recorded.others(), body.apply(recorded));
    }

    private Recorded execute(Object command, RequestContext request, String reason, Optional<IdempotencyKey> key) {
        FieldErrors errors = new FieldErrors();
        REASON.check("reason", reason, errors);
        errors.throwIfAny();
        var context = CommandContext.of(request.caller(), reason, SOURCE, request.correlationId(),
                request.traceparent());
        return key.map(once -> commands.executeOnce(once.value(), once.digest(), command, context))
                .orElseGet(() -> commands.execute(command, context));
    }

    private ConsistencyToken token(Recorded recorded) {
        return new ConsistencyToken(kind, recorded.recordId(), recorded.version());
    }
}
