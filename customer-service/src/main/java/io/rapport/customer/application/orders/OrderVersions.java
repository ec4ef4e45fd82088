package io.rapport.customer.application.orders;

import io.rapport.customer.domain.orders.Order;
import io.rapport.customer.domain.orders.OrderEvent;
import io.rapport.customer.domain.orders.OrderState;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.jobs.RecordPast;
import io.rapport.jobs.RecordVersions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Orders as they were, as far as files may change them. */
@Component
class OrderVersions implements RecordVersions {

    private final RecordPast past;
    private final JsonMapper json = StoredJson.mapper();

    OrderVersions(RecordPast past) {
        this.past = past;
    }

    @Override
    public String recordKind() {
        return "order";
    }

    @Override
    public ObjectNode at(String recordId, long version) {
        OrderState state = Order.after(past.upTo(recordId, version, OrderEvent.class));
        ObjectNode fields = json.createObjectNode().put("number", state.number());
        fields.setAll((ObjectNode) json.valueToTree(state.facts()));
        return fields.put("owner", state.assignment().owner()).put("team", state.assignment().team());
    }
}
