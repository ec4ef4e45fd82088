package io.rapport.customer.history.customers;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows that the chain of upcasters is in place before the first is needed: a revision 0 that never was, in which the
 * sales status was called status.
 */
public class CustomerRegistered_0_to_1 extends SingleEventUpcaster {

    private static final SimpleSerializedType BEFORE = new SimpleSerializedType("customer.registered", "0");
    private static final SimpleSerializedType AFTER = new SimpleSerializedType("customer.registered", "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(BEFORE);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(AFTER, JsonNode.class, json -> {
            ObjectNode renamed = (ObjectNode) json;
            renamed.set("salesStatus", renamed.remove("status"));
            return renamed;
        });
    }
}
