package io.rapport.customer.application.rights;

import io.rapport.jobs.RehearsedChange;
import io.rapport.jobs.api.ChangeAudience;
import io.rapport.rights.Action;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.Detail;
import io.rapport.rights.FieldClass;
import io.rapport.rights.FieldRule;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.rights.Mask;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import io.rapport.trail.TrailUnavailable;
import io.rapport.web.json.FieldChange;
import io.rapport.web.request.RequestContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What dry runs would change, as somebody may see it who follows the job: by who holds the records now. Contact data
 * that is shown in full is noted in the trail first, and masked where it cannot be noted.
 */
@Component
class ShownChanges implements ChangeAudience {

    private final CallerPermissions permissions;
    private final VisibleRecords records;
    private final Trail trail;

    ShownChanges(CallerPermissions permissions, VisibleRecords records, Trail trail) {
        this.permissions = permissions;
        this.records = records;
        this.trail = trail;
    }

    @Override
    public List<RehearsedChange> shown(String recordKind, List<RehearsedChange> changes, RequestContext context) {
        Kind kind = Kind.of(recordKind).orElseThrow();
        Permissions caller = permissions.of(context.caller());
        Map<String, VisibleRecords.Held> held =
                records.held(changes.stream().map(RehearsedChange::recordId).distinct().toList());
        List<RehearsedChange> visible = changes.stream().filter(change -> held.containsKey(change.recordId())
                && caller.owners(kind, Action.READ).include(held.get(change.recordId()).holders())).toList();
        Set<String> inFull = new TreeSet<>();
        visible.forEach(change -> {
            Holders holders = held.get(change.recordId()).holders();
            if (change.fields().stream().anyMatch(field -> isContactData(kind, field.field())
                    && caller.detail(kind, field.field(), holders) == Detail.FULL)) {
                inFull.add(change.recordId());
            }
        });
        boolean noted = inFull.isEmpty() || note(kind, inFull, context);
        return visible.stream().map(change -> new RehearsedChange(change.line(), change.recordId(), change.number(),
                change.name(), change.fields().stream().flatMap(field ->
                        shown(kind, field, caller, held.get(change.recordId()).holders(), noted)).toList())).toList();
    }

    private boolean note(Kind kind, Set<String> ids, RequestContext context) {
        try {
            trail.record(TrailEntry.of(TrailAction.CONTACT_DATA_SHOWN, context, kind.code(), ids, Map.of()));
            return true;
        } catch (TrailUnavailable notNow) {
            return false;
        }
    }

    /** Nothing for a field that is hidden. */
    private static Stream<FieldChange> shown(Kind kind, FieldChange change, Permissions caller, Holders holders,
                                             boolean contactDataNoted) {
        Detail detail = caller.detail(kind, change.field(), holders);
        if (detail == Detail.FULL && (contactDataNoted || !isContactData(kind, change.field()))) {
            return Stream.of(change);
        }
        if (detail == Detail.HIDDEN) {
            return Stream.empty();
        }
        Mask mask = rule(kind, change.field()).map(FieldRule::mask).orElse(null);
        return Stream.of(new FieldChange(change.field(), masked(change.old(), mask), masked(change.now(), mask)));
    }

    private static JsonNode masked(JsonNode value, Mask mask) {
        String told = value == null || mask == null || !value.isString() ? null : mask.apply(value.stringValue());
        return told == null ? null : JsonNodeFactory.instance.stringNode(told);
    }

    private static boolean isContactData(Kind kind, String field) {
        return rule(kind, field).filter(rule -> rule.classes().contains(FieldClass.CONTACT_DATA)).isPresent();
    }

    private static Optional<FieldRule> rule(Kind kind, String field) {
        return DeclaredRights.get().field(kind, field);
    }
}
