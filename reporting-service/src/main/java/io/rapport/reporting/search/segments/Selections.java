package io.rapport.reporting.search.segments;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Filters;
import io.rapport.reporting.search.query.ListParameters;
import io.rapport.reporting.search.query.RecordLists;
import io.rapport.reporting.search.query.Selection;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.List;

/** What a list, its facets or its file are of: search box, filter, segment, and what the caller may see. */
@Component
public class Selections {

    private static final String SEGMENT = "segment";

    private final OwnedSegments segments;
    private final VisibilityRules rules;
    private final RecordLists lists;

    Selections(OwnedSegments segments, VisibilityRules rules, RecordLists lists) {
        this.segments = segments;
        this.rules = rules;
        this.lists = lists;
    }

    /**
     * @throws Refusal                                 UNREADABLE if a parameter cannot be read, if no segment of such
     *                                                 records has the id, or its filter names what is there no longer
     * @throws io.rapport.web.problem.ProblemException 503 when the segment cannot be had
     */
    public Selection of(FieldCatalogue<?> catalogue, ListParameters read, Caller caller) {
        Filter filter = read.filter();
        if (read.segment() != null) {
            Filter members = members(catalogue, read.segment(), caller);
            filter = filter == null ? members : new Filter.And(List.of(members, filter));
        }
        return new Selection(read.searched(), filter, rules.visibility(caller, catalogue.kind(), read.archived()));
    }

    /**
     * The kind of a segment's records.
     *
     * @throws Refusal UNKNOWN when there is no such segment that the caller may see
     */
    RecordKind kindOf(String segmentId) {
        return segments.find(segmentId).flatMap(segment -> RecordKind.of(segment.recordKind()))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown"));
    }

    private Filter members(FieldCatalogue<?> catalogue, String id, Caller caller) {
        Segment segment = segments.find(id)
                .filter(found -> found.recordKind().equals(catalogue.kind().code()))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNREADABLE, SEGMENT, "segment-unknown"));
        try {
            Filter filter = Filters.parse(segment.filter());
            lists.check(catalogue, filter, rules.of(caller, catalogue.kind()));
            return filter;
        } catch (Refusal outdated) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, SEGMENT, "segment-outdated");
        }
    }
}
