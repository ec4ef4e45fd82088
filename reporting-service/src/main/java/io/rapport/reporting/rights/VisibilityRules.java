package io.rapport.reporting.rights;

import io.rapport.contracts.rights.Scope;
import io.rapport.reporting.customfields.CustomFieldDefinitions;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.rights.Action;
import io.rapport.rights.Kind;
import io.rapport.rights.Owners;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.signin.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns the caller into the restriction of a query; who lacks the scope to read a kind of record sees none of it. */
@Component
public class VisibilityRules {

    private final CallerRights rights;
    private final CustomFieldDefinitions custom;

    VisibilityRules(CallerRights rights, CustomFieldDefinitions custom) {
        this.rights = rights;
        this.custom = custom;
    }

    /**
     * @param kind     what is asked for
     * @param archived which records the query wants
     * @throws io.rapport.web.problem.ProblemException 503 while nobody can be let in
     */
    public Visibility visibility(Caller caller, RecordKind kind, ArchivedFilter archived) {
        return new Visibility(of(caller, kind), archived);
    }

    /**
     * What the caller may of a kind of record at this moment.
     *
     * @throws com.mongodb.MongoException                if MongoDB cannot be reached
     * @throws io.rapport.web.problem.ProblemException 503 while nobody can be let in
     */
    public KindRights of(Caller caller, RecordKind kind) {
        Kind about = Kind.of(kind.code()).orElseThrow();
        return caller.may(readScope(about)) ? KindRights.of(rights.of(caller), about, custom.rules(kind))
                : KindRights.nothing(about);
    }

    /**
     * Of what the caller sees, that which he may take away as a file.
     *
     * @param inSegment whether it is the members of a segment
     * @throws ProblemException 403 when he may take nothing away
     */
    public Visibility exporting(Caller caller, RecordKind kind, Visibility seen, boolean inSegment) {
        if (inSegment && rights.of(caller).may(Kind.SEGMENT, Action.EXPORT)) {
            return seen;
        }
        Owners owners = seen.rights().rows(Action.EXPORT);
        if (owners instanceof Owners.Nobody) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "rights-missing");
        }
        return new Visibility(seen.rights().within(owners), seen.archived());
    }

    /** Records that the caller may take away in a day; null for any number. */
    public Integer exportRowsADay(Caller caller, RecordKind kind) {
        return rights.of(caller).exportRowsADay(Kind.of(kind.code()).orElseThrow());
    }

    private static Scope readScope(Kind kind) {
        return switch (kind) {
            case CONTACT -> Scope.CONTACTS_READ;
            case INTERACTION, TASK -> Scope.INTERACTIONS_READ;
            default -> Scope.CUSTOMERS_READ;
        };
    }
}
