package io.rapport.customer.api.settings;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Setting;
import io.rapport.eventstore.CommandWitness;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.web.request.Answers;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.ResponseEntity;

import java.util.function.Function;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** The common part of endpoints of one kind of setting. */
public final class SettingEndpoint {

    private final RecordWrites writes;
    private final PresentSettings<?> settings;

    /**
     * @param kind of the setting, as in consistency tokens
     * @param path where settings of this kind are, such as {@code /api/pipelines}
     */
    public SettingEndpoint(Commands commands, PresentSettings<?> settings, String kind, String path) {
        this.writes = new RecordWrites(commands, kind, path);
        this.settings = settings;
    }

    private SettingEndpoint(RecordWrites writes, PresentSettings<?> settings) {
        this.writes = writes;
        this.settings = settings;
    }

    /** The same, what it changes being seen before it is committed. */
    public SettingEndpoint witnessedBy(CommandWitness witness) {
        return new SettingEndpoint(writes.witnessedBy(witness), settings);
    }

    /** 200 with the version, or 304 where the asker has it already. */
    public static <T> ResponseEntity<T> answer(Setting<?> setting, T body) {
        return ResponseEntity.ok().eTag(Answers.etag(setting.version())).body(body);
    }

    /**
     * Makes a setting (201) or replaces it whole (204). A replacement says in {@code If-Match} what it replaces; a
     * setting that is not there, or not any more, has no version to name.
     *
     * @param location path of the setting
     * @param made     the command that makes it
     * @param replaced the command that replaces it, given the expected version (counted from 0) or null for any
     * @throws Refusal OUTDATED when the named version is not the present one, and as the setting refuses
     */
    public ResponseEntity<Void> put(String id, String location, Object made, Function<Long, Object> replaced,
                                    IfMatch ifMatch, RequestContext request, String reason) {
        if (settings.stored(id).isPresent()) {
            return writes.change(replaced.apply(expectedVersion(ifMatch.required())), request, reason);
        }
        if (ifMatch.version() != null) {
            throw Refusal.of(Refusal.Kind.OUTDATED, "If-Match", "outdated");
        }
        Object command = settings.everStored(id) ? replaced.apply(null) : made;
        return writes.createAt(location, command, request, reason);
    }

    /** Any other change of a setting: 204. */
    public ResponseEntity<Void> change(Object command, RequestContext request, String reason) {
        return writes.change(command, request, reason);
    }
}
