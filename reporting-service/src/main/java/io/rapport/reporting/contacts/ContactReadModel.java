package io.rapport.reporting.contacts;

import io.rapport.reporting.belonging.Buckets;
import io.rapport.reporting.intake.FactFolding;
import io.rapport.reporting.intake.FoldedReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.intake.UnprojectableEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How the public events of a contact become its document. */
@Component
public class ContactReadModel extends FoldedReadModel<ContactDocument> {

    private static final String CARD = "card";
    private static final Set<String> FACTS = Set.of("name", "position", "department", "responsibilities", "kind", "phone",
            "phones", "email", "emails", "wechat", "socialLinks", "address", "birthday", "lunarBirthday", "notes",
            "interests", "tags", "customerId", "links", "consents", CARD, "custom");

    public ContactReadModel() {
        super(RecordKind.CONTACT, ContactDocument.class, "contacts", FACTS, Set.of("archived", "owner", "team"),
                ContactReadModel::derive);
        folding.on("contact.registered.v1", this::register)
                .on("contact.changed.v1", folding::changeFacts)
                .on("contact.owner-assigned.v1", ContactReadModel::assign)
                .on("contact.archived.v1", (document, data) -> document.put("archived", true))
                .on("contact.restored.v1", (document, data) -> document.put("archived", false))
                .on("contact.withdrawn.v1", (document, data) -> document.put("archived", true).put("withdrawn", true));
    }

    @Override
    public Set<String> hiddenFields() {
        return Set.of(Buckets.FIELD, Buckets.HOLD, "customerIds", CARD, "withdrawn");
    }

    /** Of what only a vCard says no history is told: it may be a picture. */
    @Override
    public Set<String> recordedFields() {
        return super.recordedFields().stream().filter(Predicate.not(CARD::equals)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public ObjectNode recorded(ContactDocument document) {
        ObjectNode recorded = super.recorded(document);
        recorded.remove(CARD);
        return recorded;
    }

    private void register(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        folding.setFacts(document, data);
        assign(document, data);
    }

    /** Whoever is not named is nobody: the event says both, always. */
    private static void assign(ObjectNode document, JsonNode data) {
        FactFolding.setOrClear(document, "owner", data.get("owner"));
        FactFolding.setOrClear(document, "team", data.get("team"));
    }

    private static void derive(ObjectNode document) {
        lead(document, "phone", "phones", "number");
        lead(document, "email", "emails", "address");
        lead(document, "customerId", "links", "customerId");
        ArrayNode customers = document.putArray("customerIds");
        document.path("links").valueStream().map(link -> link.path("customerId").asString("")).distinct()
                .filter(id -> !id.isEmpty()).forEach(customers::add);
        Buckets.remember(document);
        ArrayNode consented = document.putArray("consentedTo");
        document.path("consents").valueStream().filter(consent -> "GIVEN".equals(consent.path("status").asString("")))
                .map(consent -> consent.path("channel").asString("")).forEach(consented::add);
    }

    /** Events of the first version name one value where there is a list today. */
    private static void lead(ObjectNode document, String single, String list, String value) {
        String only = document.path(single).asString(null);
        if (only == null) {
            document.remove(list);
        } else if (document.path(list).valueStream().noneMatch(entry -> only.equals(entry.path(value).asString(null))
                && entry.path("primary").asBoolean(false))) {
            document.putArray(list).addObject().put(value, only).put("primary", true);
        }
    }
}
