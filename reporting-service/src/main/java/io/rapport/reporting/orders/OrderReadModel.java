package io.rapport.reporting.orders;

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

/** How the public events of an order become its document. */
@Component
public class OrderReadModel extends FoldedReadModel<OrderDocument> {

    private static final Set<String> FACTS =
            Set.of("customerId", "opportunityId", "contract", "orderedAt", "lines", "amount", "note", "custom");
    private static final Set<String> BESIDE_FACTS =
            Set.of("number", "status", "cancelReason", "owner", "team", "archived");

    public OrderReadModel() {
        super(RecordKind.ORDER, OrderDocument.class, "orders", FACTS, BESIDE_FACTS, OrderReadModel::derive);
        folding.on("order.placed.v1", this::place)
                .on("order.changed.v1", this::change)
                .on("order.owner-assigned.v1", OrderReadModel::assign)
                .onEvent("order.cancelled.v1", (document, data, event) -> {
                    document.put("status", "CANCELLED");
                    document.put("cancelReason", event.reason());
                })
                .on("order.reinstated.v1", (document, data) -> {
                    document.put("status", "PLACED");
                    document.remove("cancelReason");
                })
                .on("order.archived.v1", (document, data) -> document.put("archived", true))
                .on("order.restored.v1", (document, data) -> document.put("archived", false))
                .on("order.withdrawn.v1", (document, data) -> document.put("archived", true).put("withdrawn", true));
    }

    @Override
    public Set<String> hiddenFields() {
        return Set.of(Buckets.FIELD, Buckets.HOLD, "withdrawn");
    }

    private void place(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        folding.setFacts(document, data);
        document.put("status", "PLACED");
        FactFolding.setOrClear(document, "number", data.get("number"));
        assign(document, data);
    }

    private void change(ObjectNode document, JsonNode data) throws UnprojectableEvent {
        folding.changeFacts(document, data);
        if (data.hasNonNull("number")) {
            document.set("number", data.get("number"));
        }
    }

    private static void derive(ObjectNode document) {
        Buckets.remember(document);
        ArrayNode products = document.putArray("products");
        document.path("lines").valueStream().map(line -> line.path("product").asString(""))
                .filter(product -> !product.isEmpty()).distinct().forEach(products::add);
    }

    /** Whoever is not named is nobody: the event says both, always. */
    private static void assign(ObjectNode document, JsonNode data) {
        FactFolding.setOrClear(document, "owner", data.get("owner"));
        FactFolding.setOrClear(document, "team", data.get("team"));
    }
}
