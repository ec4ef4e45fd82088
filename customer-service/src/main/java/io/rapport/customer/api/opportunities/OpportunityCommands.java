package io.rapport.customer.api.opportunities;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.opportunities.Lead;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Change;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Open;
import io.rapport.customer.domain.opportunities.OpportunityCommand.Part;
import io.rapport.customer.domain.opportunities.OpportunityFacts;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import io.rapport.web.json.MergePatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns the flat JSON of an opportunity into commands. */
final class OpportunityCommands {

    private static final Set<String> ASSIGNMENT = Set.of("owner", "team");
    private static final Set<String> PLACE = Set.of("pipeline", "stage");
    /** Beside the facts in the flat form. */
    private static final Set<String> NOT_FACTS = Set.of("pipeline", "stage", "lead", "owner", "team");

    private OpportunityCommands() {
    }

    static Open open(String opportunityId, OpportunityRequest body) {
        return new Open(opportunityId, body.facts(), body.pipeline(), body.stage(), lead(body.lead()),
                body.assignment());
    }

    /** Leaves nothing but what the body says; the stage stays when it says none. */
    static Change replace(String opportunityId, Long expectedVersion, OpportunityRequest body) {
        refuseLead(body.lead() != null);
        return new Change(opportunityId, expectedVersion, List.of(
                new Part.ChangeFacts(OpportunityFacts.SHEET.replacement(body.facts())),
                new Part.AssignOwner(body.assignment().replacement()),
                new Part.MoveTo(body.pipeline(), body.stage())));
    }

    /** Changes what the patch names and nothing else. */
    static Change change(String opportunityId, Long expectedVersion, MergePatch patch) {
        patch.refuseClearing("pipeline", "stage");
        refuseLead(patch.has("lead"));
        OpportunityRequest body = patch.as(OpportunityRequest.class);
        List<Part> parts = new ArrayList<>();
        if (patch.fields().stream().anyMatch(Predicate.not(NOT_FACTS::contains))) {
            parts.add(new Part.ChangeFacts(
                    new Patch<>(body.facts(), cleared(patch, Predicate.not(NOT_FACTS::contains)))));
        }
        if (patch.fields().stream().anyMatch(ASSIGNMENT::contains)) {
            parts.add(new Part.AssignOwner(new Patch<>(body.assignment(), cleared(patch, ASSIGNMENT::contains))));
        }
        if (patch.fields().stream().anyMatch(PLACE::contains)) {
            parts.add(new Part.MoveTo(body.pipeline(), body.stage()));
        }
        return new Change(opportunityId, expectedVersion, parts);
    }

    /** What an opportunity was made of is history. */
    private static void refuseLead(boolean given) {
        if (given) {
            throw Refusal.of(Refusal.Kind.INVALID, "lead", "lead-fixed");
        }
    }

    private static Lead lead(OpportunityRequest.Lead lead) {
        return lead == null ? null : new Lead(lead.kind(), lead.id(), lead.source());
    }

    private static Set<String> cleared(MergePatch patch, Predicate<String> wanted) {
        return patch.cleared().stream().filter(wanted).collect(Collectors.toSet());
    }
}
