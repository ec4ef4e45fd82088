package io.rapport.customer.application.customers;

import io.rapport.customer.domain.customers.Customer;
import io.rapport.customer.domain.customers.CustomerEvent;
import io.rapport.customer.domain.customers.CustomerState;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.jobs.RecordPast;
import io.rapport.jobs.RecordVersions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Customers as they were, as far as files may change them. */
@Component
class CustomerVersions implements RecordVersions {

    private final RecordPast past;
    private final JsonMapper json = StoredJson.mapper();

    CustomerVersions(RecordPast past) {
        this.past = past;
    }

    @Override
    public String recordKind() {
        return "customer";
    }

    @Override
    public ObjectNode at(String recordId, long version) {
        CustomerState state = Customer.after(past.upTo(recordId, version, CustomerEvent.class));
        ObjectNode fields = json.createObjectNode().put("number", state.number());
        fields.setAll((ObjectNode) json.valueToTree(state.facts()));
        return fields.put("salesStatus", state.salesStatus().name()).put("owner", state.assignment().owner())
                .put("team", state.assignment().team());
    }
}
