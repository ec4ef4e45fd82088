package io.rapport.reporting.customers;

import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.intake.FactFolding;
import io.rapport.reporting.intake.FoldedReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the public events of a customer become its profile. */
@Component
public class CustomerReadModel extends FoldedReadModel<CustomerProfile> {

    private static final Set<String> FACTS = Set.of("name", "type", "level", "industry", "headcount", "annualRevenue",
            "founded", "businessScope", "marketPosition", "country", "province", "city", "region", "address", "phone",
            "fax", "email", "website", "source", "tags", "interests", "needs", "productPreference", "expectedClose",
            "openingValues", "custom");
    private static final Set<String> BESIDE_FACTS = Set.of("number", "salesStatus", "owner", "team", "archived",
            "loyaltyTier", "lifecycleOverride", "reviewState", "confirmedAt", "absorbed", "mergedInto", "toldApart");
    private static final Set<String> RECORDED = Stream.of(FACTS, BESIDE_FACTS, Set.of("activity", "reviewDue"))
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private static final String WAITING = "WAITING";
    private static final String SENT_BACK = "SENT_BACK";

    public CustomerReadModel() {
        super(RecordKind.CUSTOMER, CustomerProfile.class, "customers", FACTS, BESIDE_FACTS, CustomerReadModel::derive);
        folding.on("customer.registered.v1", this::register)
                .on("customer.changed.v1", this::change)
                .on("customer.owner-assigned.v1", CustomerReadModel::assign)
                .on("customer.status-changed.v1", CustomerReadModel::changeStatus)
                .on("customer.activity-changed.v1", (document, data) ->
                        document.put("closed", "CLOSED".equals(data.path("to").asString(""))))
                .on("customer.lifecycle-overridden.v1", (document, data) ->
                        FactFolding.setOrClear(document, "lifecycleOverride", data.get("to")))
                .onEvent("customer.profile-confirmed.v1", CustomerReadModel::confirm)
                .onEvent("customer.review-requested.v1", CustomerReadModel::waitForReview)
                .onEvent("customer.sent-back.v1", CustomerReadModel::sendBack)
                .on("customer.approved.v1", (document, data) -> document.remove(List.of("review", "reviewState")))
                .on("customer.tier-changed.v1", (document, data) ->
                        FactFolding.setOrClear(document, "loyaltyTier", data.get("to")))
                .on("customer.archived.v1", (document, data) -> document.put("archived", true))
                .on("customer.restored.v1", (document, data) -> document.put("archived", false))
                .on("customer.absorbed.v1", this::absorb)
                .on("customer.released.v1", this::release)
                .on("customer.told-apart.v1", CustomerReadModel::tellApart)
                .on("customer.merged.v1", CustomerReadModel::merge)
                .on("customer.unmerged.v1", (document, data) -> document.remove("mergedInto"))
                .on("customer.withdrawn.v1", (document, data) -> document.put("archived", true).put("withdrawn", true));
    }

    @Override
    public Set<String> recordedFields() {
        return RECORDED;
    }

    /** Of the activity only what somebody said is recorded: that the customer is closed. */
    @Override
    public ObjectNode recorded(CustomerProfile customer) {
        ObjectNode json = folding.recorded(customer, BESIDE_FACTS);
        if (customer.closed()) {
            json.put("activity", Activity.CLOSED.name());
        }
        if (customer.confirmedAt() != null) {
            json.put("reviewDue", customer.reviewDue().toString());
        }
        return json;
    }

    @Override
    public Set<String> hiddenFields() {
        return Set.of("closed", "withdrawn", "summaryVersion", "everAbsorbed", "everMergedInto");
    }

    @Override
    public Set<String> shownFields() {
        Set<String> fields = new HashSet<>(super.shownFields());
        fields.addAll(Set.of("activity", "stale", "qualityScore", "quality", "missingFacts", "invalidFacts"));
        return Set.copyOf(fields);
    }

    @Override
    public void show(CustomerProfile customer, ObjectNode json, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        json.put("activity", customer.activityOn(today).name());
        json.put("stale", customer.isStaleOn(today));
        CustomerQuality quality = CustomerQuality.of(customer);
        json.put("qualityScore", quality.score());
        json.set("quality", quality.json());
        quality.missing().keySet().forEach(json.putArray("missingFacts")::add);
        quality.invalid().forEach(json.putArray("invalidFacts")::add);
    }

    /** The customer with some fields set otherwise: those that do not follow from its own events. */
    public CustomerProfile with(CustomerProfile customer, Consumer<ObjectNode> changes) {
        return folding.with(customer, changes);
    }

    private void register(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        folding.setFacts(document, data);
        FactFolding.setOrClear(document, "number", data.get("number"));
        FactFolding.setOrClear(document, "salesStatus", data.get("salesStatus"));
        assign(document, data);
    }

    private void change(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        folding.changeFacts(document, data);
        if (data.hasNonNull("number")) {
            document.set("number", data.get("number"));
        }
    }

    private void absorb(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        takeOver(document, data);
        document.withArray("absorbed").addAll(records(data));
    }

    private void release(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        takeOver(document, data);
        List<JsonNode> gone = records(data);
        document.withArray("absorbed").removeIf(gone::contains);
    }

    private static void merge(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        document.put("mergedInto", textIn(data, "into"));
        JsonNode into = document.get("mergedInto");
        if (document.path("everMergedInto").valueStream().noneMatch(into::equals)) {
            document.withArray("everMergedInto").add(into);
        }
    }

    private static void tellApart(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        JsonNode other = document.stringNode(textIn(data, "from"));
        document.withArray("toldApart").removeIf(other::equals);
        if (data.path("apart").asBoolean(true)) {
            document.withArray("toldApart").add(other);
        }
    }

    private void takeOver(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        folding.changeFacts(document, data);
        if (data.hasNonNull("assigned")) {
            assign(document, data.get("assigned"));
        }
        if (data.hasNonNull("salesStatus")) {
            document.put("salesStatus", textIn(data, "salesStatus"));
        }
        if (data.hasNonNull("activity")) {
            document.put("closed", "CLOSED".equals(data.get("activity").path("to").asString("")));
        }
    }

    /** The customers that another one answers for, or no longer. */
    private static List<JsonNode> records(JsonNode data) throws UnprojectableEvent {
        List<JsonNode> records = data.path("records").valueStream().toList();
        if (records.isEmpty() || !records.stream().allMatch(JsonNode::isString)) {
            throw new UnprojectableEvent("no texts 'records'");
        }
        return records;
    }

    private static String textIn(JsonNode data, String field) throws UnprojectableEvent {
        if (!data.path(field).isString()) {
            throw new UnprojectableEvent("no text '" + field + "'");
        }
        return data.get(field).stringValue();
    }

    /** Whoever is not named is nobody: the event says both, always. */
    private static void assign(ObjectNode document, JsonNode data) {
        FactFolding.setOrClear(document, "owner", data.get("owner"));
        FactFolding.setOrClear(document, "team", data.get("team"));
    }

    private static void changeStatus(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        document.put("salesStatus", textIn(data, "to"));
    }

    private static void confirm(ObjectNode document, JsonNode data, EventEnvelope event) {
        document.put("confirmedAt", event.time().toString());
        document.put("confirmedBy", event.actor());
        FactFolding.setOrClear(document, "reviewDue", data.get("nextReviewDue"));
    }

    private static void waitForReview(ObjectNode document, JsonNode data, EventEnvelope event) {
        ObjectNode review = document.objectNode().put("state", WAITING);
        FactFolding.setOrClear(review, "because", data.has("because") ? data.get("because")
                : document.path("review").get("because"));
        FactFolding.setOrClear(review, "requestedBy", data.get("by"));
        document.set("review", review.put("requestedAt", event.time().toString()));
        document.put("reviewState", WAITING);
    }

    private static void sendBack(ObjectNode document, JsonNode data, EventEnvelope event) {
        document.withObject("review").put("state", SENT_BACK).put("sentBackBy", event.actor())
                .put("sentBackAt", event.time().toString()).put("reason", event.reason());
        document.put("reviewState", SENT_BACK);
    }

    private static void derive(ObjectNode document) {
        if (!document.hasNonNull("confirmedAt")) {
            document.put("reviewDue", CustomerProfile.firstReviewDue(document.path("createdAt").asString()).toString());
        }
        document.put("lifecycleStage", LifecycleStage.of(document.path("lifecycleOverride").asString(null),
                document.path("salesStatus").asString(null), 0));
        rememberAbsorbed(document);
        JsonNode opening = document.path("openingValues");
        FactFolding.setOrClear(document, "primaryContact", opening.get("contactName"));
        FactFolding.setOrClear(document, "openOpportunityAmount", opening.get("opportunityAmount"));
        JsonNode lastDay = opening.get("lastInteractionAt");
        FactFolding.setOrClear(document, "lastInteractionAt", lastDay == null || lastDay.isNull() ? null
                : document.stringNode(lastDay.asString("") + "T00:00:00Z"));
    }

    /** Also for the version in the index, which must not fall when a merge is undone. */
    private static void rememberAbsorbed(ObjectNode document) {
        Set<JsonNode> known = document.path("everAbsorbed").valueStream().collect(Collectors.toSet());
        document.path("absorbed").valueStream().filter(id -> !known.contains(id))
                .forEach(document.withArray("everAbsorbed")::add);
    }
}
