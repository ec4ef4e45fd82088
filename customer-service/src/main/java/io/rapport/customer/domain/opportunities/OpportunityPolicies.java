package io.rapport.customer.domain.opportunities;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.CustomerReferences;
import io.rapport.customer.domain.pipelines.PipelineDefinition;
import io.rapport.customer.domain.pipelines.PipelineStage;
import io.rapport.customer.domain.pipelines.Pipelines;
import io.rapport.values.AmountRule;
import io.rapport.values.DateRule;
import io.rapport.values.FieldErrors;
import io.rapport.values.LabelRule;
import io.rapport.values.RecordReference;
import io.rapport.values.TextRule;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The rule book: each rule is a named function, and {@link #FACT_POLICIES} lists those that new facts must keep. */
final class OpportunityPolicies {

    static final List<BiConsumer<OpportunityFacts, FieldErrors>> FACT_POLICIES = List.of(
            OpportunityPolicies::textsKeepTheirLimits,
            OpportunityPolicies::contactsAreRecords,
            OpportunityPolicies::amountsAreNotNegative,
            OpportunityPolicies::closeIsOfOurEra,
            OpportunityPolicies::probabilityIsAPercentage,
            OpportunityPolicies::labelsAreFewAndShort);

    private static final TextRule LINE = TextRule.line(100);
    private static final TextRule NAME = TextRule.line(200);
    private static final TextRule TEXT = TextRule.lines(10_000);
    private static final TextRule REASON = TextRule.lines(1_000);
    private static final int MOST_CONTACTS = 100;

    private OpportunityPolicies() {
    }

    static void factsKeepTheRules(OpportunityFacts facts, FieldErrors errors) {
        FACT_POLICIES.forEach(policy -> policy.accept(facts, errors));
    }

    static void nameAndCustomerAreGiven(OpportunityFacts facts, FieldErrors errors) {
        requireUnless(facts.name() != null, "name", errors);
        requireUnless(facts.customerId() != null, "customerId", errors);
    }

    static void nameAndCustomerAreNotTakenAway(Set<String> cleared, FieldErrors errors) {
        requireUnless(!cleared.contains("name"), "name", errors);
        requireUnless(!cleared.contains("customerId"), "customerId", errors);
    }

    static void customerIsThere(OpportunityFacts facts, CustomerReferences customers, FieldErrors errors) {
        customers.check("customerId", facts.customerId(), errors);
    }

    static void leadIsARecord(Lead lead, CustomerReferences customers, FieldErrors errors) {
        requireUnless(lead.kind() != null, "lead.kind", errors);
        requireUnless(lead.id() != null, "lead.id", errors);
        Lead.KINDS.check("lead.kind", lead.kind(), errors);
        LINE.check("lead.source", lead.source(), errors);
        if (lead.isCustomer()) {
            customers.check("lead.id", lead.id(), errors);
        } else {
            RecordReference.check("lead.id", lead.id(), errors);
        }
    }

    /**
     * The stage that was meant.
     *
     * @param pipeline key; null: the default pipeline
     * @param stage    key; null: the first that can be entered
     * @return null where an error was added
     */
    static Place aPlaceThatCanBeEntered(String pipeline, String stage, Pipelines pipelines, FieldErrors errors) {
        PipelineDefinition definition = pipeline == null ? pipelines.standard() : pipelines.find(pipeline).orElse(null);
        if (definition == null) {
            errors.add("pipeline", "pipeline-unknown");
            return null;
        }
        List<PipelineStage> open = definition.openStages();
        if (stage == null && open.isEmpty()) {
            errors.add("pipeline", "pipeline-retired");
            return null;
        }
        PipelineStage meant = stage == null ? open.getFirst() : definition.stage(stage).orElse(null);
        if (meant == null) {
            errors.add("stage", "choice-unknown",
                    open.stream().map(PipelineStage::key).collect(Collectors.joining(", ")));
            return null;
        }
        if (meant.retired()) {
            errors.add("stage", "stage-retired");
            return null;
        }
        return new Place(definition.key(), meant.key(),
                new StageTerms(meant.probability(), meant.stalledAfterDays()));
    }

    static void aReasonIsGiven(String reason, FieldErrors errors) {
        REASON.checkGiven("reason", reason, errors);
    }

    /** @throws Refusal CONFLICT: an archived opportunity is restored before it changes */
    static void anArchivedOpportunityDoesNotChange(OpportunityState state) {
        refuseIf(state.archived(), "opportunity-archived");
    }

    /** @throws Refusal CONFLICT: a closed opportunity is reopened before it moves */
    static void aClosedOpportunityDoesNotMove(OpportunityState state) {
        refuseIf(!state.isOpen(), "opportunity-closed");
    }

    /** @throws Refusal CONFLICT: what is open moves to another stage, it is not reopened there */
    static void onlyAClosedOpportunityIsReopened(OpportunityState state) {
        refuseIf(state.isOpen(), "opportunity-open");
    }

    /** A stage of a pipeline, by their keys, and what it asks. */
    record Place(String pipeline, String stage, StageTerms terms) {
    }

    private static void textsKeepTheirLimits(OpportunityFacts facts, FieldErrors errors) {
        NAME.check("name", facts.name(), errors);
        TEXT.check("need", facts.need(), errors);
        TEXT.check("purchaseIntent", facts.purchaseIntent(), errors);
        TEXT.check("nextStep", facts.nextStep(), errors);
        TEXT.check("background", facts.background(), errors);
        LINE.check("source", facts.source(), errors);
    }

    private static void contactsAreRecords(OpportunityFacts facts, FieldErrors errors) {
        List<String> contacts = facts.contactIds() == null ? List.of() : facts.contactIds();
        if (contacts.size() > MOST_CONTACTS) {
            errors.add("contactIds", "too-many", MOST_CONTACTS);
        }
        for (int i = 0; i < Math.min(contacts.size(), MOST_CONTACTS); i++) {
            RecordReference.check("contactIds[" + i + ']', contacts.get(i), errors);
        }
    }

    private static void amountsAreNotNegative(OpportunityFacts facts, FieldErrors errors) {
        AmountRule.check("amount", facts.amount(), errors);
        AmountRule.check("budget", facts.budget(), errors);
    }

    private static void closeIsOfOurEra(OpportunityFacts facts, FieldErrors errors) {
        DateRule.check("expectedClose", facts.expectedClose(), errors);
    }

    private static void probabilityIsAPercentage(OpportunityFacts facts, FieldErrors errors) {
        Integer probability = facts.probability();
        if (probability != null && (probability < 0 || probability > 100)) {
            errors.add("probability", "percentage-out-of-range");
        }
    }

    private static void labelsAreFewAndShort(OpportunityFacts facts, FieldErrors errors) {
        LabelRule.check("tags", facts.tags(), errors);
        LabelRule.check("competitors", facts.competitors(), errors);
    }

    private static void requireUnless(boolean given, String field, FieldErrors errors) {
        if (!given) {
            errors.add(field, "required");
        }
    }

    private static void refuseIf(boolean broken, String code) {
        if (broken) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", code);
        }
    }
}
