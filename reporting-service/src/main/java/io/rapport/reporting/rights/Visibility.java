package io.rapport.reporting.rights;

import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.rights.Kind;
import io.rapport.rights.Owners;

/**
 * What one caller may see of one kind of record: the restriction that every query adds before anything else. Made by
 * {@link VisibilityRules}, never by a controller.
 *
 * @param rights   which rows, and which fields in them
 * @param archived which of them by whether they are archived
 */
public record Visibility(KindRights rights, ArchivedFilter archived) {

    /** Everything, for work of the service itself that nobody is shown. */
    public static Visibility everything(RecordKind kind, ArchivedFilter archived) {
        return new Visibility(KindRights.everything(Kind.of(kind.code()).orElseThrow()), archived);
    }

    public static Visibility nothing(RecordKind kind) {
        return new Visibility(KindRights.nothing(Kind.of(kind.code()).orElseThrow()), ArchivedFilter.EXCLUDE);
    }

    /** Whether there is no record at all for the caller: the query answers as if there were none. */
    public boolean isNothing() {
        return rights.rows() instanceof Owners.Nobody;
    }

    /** Whether the caller sees the records of everybody. */
    public boolean isEverything() {
        return rights.rows() instanceof Owners.Everyone;
    }

    /** Whether a single record may be shown. */
    public boolean allows(RecordDocument record) {
        return rights.rows().include(record.holders()) && switch (archived) {
            case INCLUDE -> true;
            case EXCLUDE -> !record.archived();
            case ONLY -> record.archived();
        };
    }
}
