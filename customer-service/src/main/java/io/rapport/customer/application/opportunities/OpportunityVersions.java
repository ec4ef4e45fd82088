package io.rapport.customer.application.opportunities;

import io.rapport.customer.domain.opportunities.Opportunity;
import io.rapport.customer.domain.opportunities.OpportunityEvent;
import io.rapport.customer.domain.opportunities.OpportunityState;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.jobs.RecordPast;
import io.rapport.jobs.RecordVersions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Opportunities as they were, as far as files may change them. */
@Component
class OpportunityVersions implements RecordVersions {

    private final RecordPast past;
    private final JsonMapper json = StoredJson.mapper();

    OpportunityVersions(RecordPast past) {
        this.past = past;
    }

    @Override
    public String recordKind() {
        return "opportunity";
    }

    @Override
    public ObjectNode at(String recordId, long version) {
        OpportunityState state = Opportunity.after(past.timedUpTo(recordId, version, OpportunityEvent.class));
        ObjectNode fields = json.valueToTree(state.facts());
        return fields.put("pipeline", state.pipeline()).put("stage", state.stage())
                .put("owner", state.assignment().owner()).put("team", state.assignment().team());
    }
}
