package io.rapport.reporting.history;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.answers.ContactDataTrail;
import io.rapport.reporting.answers.SingleRecords;
import io.rapport.reporting.intake.ReadModel;
import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rights.KindRights;
import io.rapport.reporting.rights.ShownFields;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.rights.Detail;
import io.rapport.rights.Holders;
import io.rapport.web.json.FieldChange;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Answers the history of one record, of all its fields or of one. */
@Component
class Histories {

    static final int MOST_ITEMS = 200;
    private static final int EVENTS_AT_ONCE = 200;
    /** So that a search for one field that hardly ever changes ends in time; the cursor goes on from there. */
    private static final int MOST_EVENTS = 2000;

    private final Map<RecordKind, ReadModel<?>> models = new EnumMap<>(RecordKind.class);
    private final SingleRecords records;
    private final HistoryStore store;
    private final VisibilityRules rules;
    private final ContactDataTrail contactData;

    Histories(List<ReadModel<?>> models, SingleRecords records, HistoryStore store, VisibilityRules rules,
            ContactDataTrail contactData) {
        this.rules = rules;
        this.contactData = contactData;
        models.forEach(model -> this.models.put(model.kind(), model));
        this.records = records;
        this.store = store;
    }

    /** What a caller asks of a history; {@code field} and {@code cursor} may be null. */
    record Asked(String field, int size, String cursor) {
    }

    /**
     * @throws Refusal                                 UNKNOWN when there is no such record that the caller may see,
     *                                                 UNREADABLE when {@code asked} makes no sense
     * @throws io.rapport.web.problem.ProblemException 503 when writes named by {@code tokens} are not seen in time
     */
    HistoryAnswer answer(RecordKind kind, String id, Asked asked, ConsistencyTokens tokens, Caller caller) {
        ReadModel<?> model = models.get(kind);
        KindRights rights = rules.of(caller, kind);
        check(model, asked, rights);
        HistoryPosition asOf = asked.cursor() == null ? null : HistoryPosition.of(asked.cursor());
        // Changes are stored before their document: up to its version none is missing, what is beyond is not yet true.
        RecordDocument present = records.find(model, id, tokens, caller);
        long version = present.version();
        HistoryPosition start = asOf == null || asOf.sequence() > version ? new HistoryPosition(version, 0) : asOf;
        HistoryAnswer answer = page(kind, id, asked, start, new Reader(rights, present.holders()));
        boolean shows = answer.items().stream().anyMatch(item -> showsContactData(item.field(), rights, present));
        return !shows || contactData.note(kind, List.of(id)) ? answer
                : page(kind, id, asked, start, new Reader(rights.maskingContactData(), present.holders()));
    }

    /** Who reads, and whose the record is. */
    private record Reader(KindRights rights, Holders holders) {

        boolean sees(FieldChange change) {
            return rights.detail(change.field(), holders) != Detail.HIDDEN;
        }

        FieldChange shown(FieldChange change) {
            return new FieldChange(change.field(),
                    ShownFields.value(change.field(), change.old(), rights, holders),
                    ShownFields.value(change.field(), change.now(), rights, holders));
        }
    }

    /** Also of a list, which is one value, where a part of its elements is contact data. */
    private static boolean showsContactData(String field, KindRights rights, RecordDocument record) {
        return rights.contactDataIn(field).anyMatch(part -> rights.detail(part, record.holders()) == Detail.FULL);
    }

    private static void check(ReadModel<?> model, Asked asked, KindRights rights) {
        if (asked.size() < 1 || asked.size() > MOST_ITEMS) {
            throw refused("size", "number-not-between", "size", 1, MOST_ITEMS);
        }
        if (asked.field() != null && (!model.recordedFields().contains(asked.field().split("\\.", 2)[0])
                || rights.hides(asked.field()))) {
            throw refused("field", "history-field-unknown");
        }
    }

    private HistoryAnswer page(RecordKind kind, String id, Asked asked, HistoryPosition start, Reader reader) {
        List<HistoryAnswer.Item> items = new ArrayList<>();
        long oldest = Math.max(0, start.sequence() - MOST_EVENTS);
        for (long last = start.sequence(); last > oldest; last -= EVENTS_AT_ONCE) {
            long first = Math.max(oldest + 1, last - EVENTS_AT_ONCE + 1);
            for (HistoryEntry entry : store.load(kind, id, last, first)) {
                int skipped = entry.sequence() == start.sequence() ? start.skipped() : 0;
                for (int i = skipped; i < entry.changes().size(); i++) {
                    FieldChange change = entry.changes().get(i);
                    if (isAbout(change, asked.field()) && reader.sees(change)) {
                        if (items.size() == asked.size()) {
                            return new HistoryAnswer(items, new HistoryPosition(entry.sequence(), i).cursor());
                        }
                        items.add(HistoryAnswer.Item.of(entry, reader.shown(change)));
                    }
                }
            }
        }
        return new HistoryAnswer(items, oldest == 0 ? null : new HistoryPosition(oldest, 0).cursor());
    }

    /** A field stands for its parts too. */
    private static boolean isAbout(FieldChange change, String field) {
        return field == null || change.field().equals(field) || change.field().startsWith(field + '.');
    }

    private static Refusal refused(String parameter, String code, Object... arguments) {
        return Refusal.of(Refusal.Kind.UNREADABLE, parameter, code, arguments);
    }
}
