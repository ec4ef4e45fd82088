package io.rapport.reporting.opportunities;

import io.rapport.contracts.Money;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.belonging.Buckets;
import io.rapport.reporting.intake.FactFolding;
import io.rapport.reporting.intake.FoldedReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the public events of an opportunity become its document. */
@Component
public class OpportunityReadModel extends FoldedReadModel<OpportunityDocument> {

    private static final Set<String> FACTS = Set.of("name", "customerId", "contactIds", "amount", "expectedClose",
            "probability", "need", "budget", "purchaseIntent", "nextStep", "background", "competitors", "source", "tags",
            "custom");
    private static final Set<String> BESIDE_FACTS =
            Set.of("pipeline", "stage", "status", "closeReason", "leadKind", "leadId", "owner", "team", "archived");
    /** What follows from the others and from what day it is. */
    private static final Set<String> COMPUTED =
            Set.of("effectiveProbability", "weightedAmount", "stalledFrom", "stalled", NextAction.FIELD);

    public OpportunityReadModel() {
        super(RecordKind.OPPORTUNITY, OpportunityDocument.class, "opportunities", FACTS, BESIDE_FACTS,
                Buckets::remember);
        folding.onEvent("opportunity.opened.v1", this::open)
                .on("opportunity.changed.v1", folding::changeFacts)
                .on("opportunity.owner-assigned.v1", (document, data) -> take(document, data, "owner", "team"))
                .onEvent("opportunity.stage-changed.v1", OpportunityReadModel::changeStage)
                .onEvent("opportunity.won.v1", (document, data, event) -> close(document, data, event, "WON"))
                .onEvent("opportunity.lost.v1", (document, data, event) -> close(document, data, event, "LOST"))
                .onEvent("opportunity.reopened.v1", OpportunityReadModel::reopen)
                .on("opportunity.archived.v1", (document, data) -> document.put("archived", true))
                .on("opportunity.restored.v1", (document, data) -> document.put("archived", false))
                .on("opportunity.withdrawn.v1", (document, data) -> document.put("archived", true).put("withdrawn", true));
    }

    @Override
    public Set<String> hiddenFields() {
        return Set.of(Buckets.FIELD, Buckets.HOLD, "withdrawn");
    }

    @Override
    public Set<String> shownFields() {
        return Stream.concat(super.shownFields().stream(), COMPUTED.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void show(OpportunityDocument opportunity, ObjectNode json, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (opportunity.effectiveProbability() != null) {
            json.put("effectiveProbability", opportunity.effectiveProbability());
        }
        if (opportunity.weightedAmount() != null) {
            json.putObject("weightedAmount").put("amount", rounded(opportunity.weightedAmount()).toPlainString())
                    .put("currency", opportunity.weightedAmount().currency());
        }
        if (opportunity.stalledFrom() != null) {
            json.put("stalledFrom", opportunity.stalledFrom().toString());
        }
        json.put("stalled", opportunity.stalledOn(today));
        NextAction.of(opportunity, today).ifPresent(action -> {
            ObjectNode facts = json.putObject(NextAction.FIELD).put("rule", action.rule().code()).putObject("facts");
            action.facts().forEach(facts::put);
        });
    }

    private void open(ObjectNode document, JsonNode data, EventEnvelope event) throws UnprojectableEvent {
        folding.setFacts(document, data);
        take(document, data, "pipeline", "owner", "team");
        document.put("status", "OPEN");
        enterStage(document, data, "stage", event);
        JsonNode lead = data.path("lead");
        FactFolding.setOrClear(document, "leadKind", lead.get("kind"));
        FactFolding.setOrClear(document, "leadId", lead.get("id"));
    }

    private static void changeStage(ObjectNode document, JsonNode data, EventEnvelope event)
            throws UnprojectableEvent {
        keepPipelineUnlessSaid(document, data);
        enterStage(document, data, "to", event);
    }

    private static void close(ObjectNode document, JsonNode data, EventEnvelope event, String status) {
        document.put("status", status);
        document.put("closedAt", at(event));
        document.put("closeReason", event.reason());
        FactFolding.setOrClear(document, "openSeconds", data.get("openSeconds"));
    }

    private static void reopen(ObjectNode document, JsonNode data, EventEnvelope event) throws UnprojectableEvent {
        document.put("status", "OPEN");
        document.remove(List.of("closedAt", "closeReason", "openSeconds"));
        keepPipelineUnlessSaid(document, data);
        enterStage(document, data, "stage", event);
    }

    private static void keepPipelineUnlessSaid(ObjectNode document, JsonNode data) {
        if (data.hasNonNull("pipeline")) {
            document.set("pipeline", data.get("pipeline"));
        }
    }

    private static void enterStage(ObjectNode document, JsonNode data, String name, EventEnvelope event)
            throws UnprojectableEvent {
        if (!data.path(name).isString()) {
            throw new UnprojectableEvent("no text '" + name + "'");
        }
        document.set("stage", data.get(name));
        document.put("stageSince", at(event));
        FactFolding.setOrClear(document, "stageProbability", data.get("stageProbability"));
        FactFolding.setOrClear(document, "stalledAfterDays", data.get("stalledAfterDays"));
    }

    private static BigDecimal rounded(Money exact) {
        int digits = Math.max(0, Currency.getInstance(exact.currency()).getDefaultFractionDigits());
        return exact.amount().setScale(digits, RoundingMode.HALF_UP);
    }

    private static String at(EventEnvelope event) {
        return event.time().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** What is not named is nothing: these events say all of it, always. */
    private static void take(ObjectNode document, JsonNode data, String... fields) {
        for (String field : fields) {
            FactFolding.setOrClear(document, field, data.get(field));
        }
    }
}
