package io.rapport.reporting.opportunities;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.web.problem.Problems;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** Says in the reader's language what the next action is and why. */
@Component
public class NextActionTexts {

    private final Problems messages;

    NextActionTexts(Problems messages) {
        this.messages = messages;
    }

    /** Adds the text to the next action of an opportunity as it is shown; does nothing where it shows none. */
    public void say(ObjectNode opportunity, Locale locale) {
        if (opportunity != null && opportunity.get(NextAction.FIELD) instanceof ObjectNode action) {
            Object[] facts = action.path("facts").valueStream().map(JsonNode::asString).toArray();
            String code = "next-action." + action.get("rule").asString();
            action.put("text", messages.sentence(FieldError.of("", code, facts), locale));
        }
    }
}
