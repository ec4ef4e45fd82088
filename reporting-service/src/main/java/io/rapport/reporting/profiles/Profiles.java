package io.rapport.reporting.profiles;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.answers.SingleRecords;
import io.rapport.reporting.customers.CustomerReadModel;
import io.rapport.reporting.duplicates.Duplicates;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.opportunities.NextActionTexts;
import io.rapport.reporting.search.api.CustomerLists;
import io.rapport.reporting.search.api.ListAnswer;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.request.RequestContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Puts complete profiles together: one question for each part, each answered as the caller may see it. */
@Component
class Profiles {

    private static final Map<String, String> CONTACTS = Map.of("size", "10");
    private static final Map<String, String> OPPORTUNITIES =
            Map.of("size", "10", "sort", "expectedClose", "filter", "status eq 'OPEN'");
    private static final Map<String, String> ORDERS = Map.of("size", "5", "sort", "-orderedAt");
    private static final Map<String, String> INTERACTIONS = Map.of("size", "10", "sort", "-time");
    private static final int LOOKALIKES = 3;

    private final SingleRecords records;
    private final CustomerReadModel model;
    private final CustomerLists lists;
    private final Duplicates duplicates;
    private final NextActionTexts texts;

    Profiles(SingleRecords records, CustomerReadModel model, CustomerLists lists, Duplicates duplicates,
            NextActionTexts texts) {
        this.records = records;
        this.model = model;
        this.lists = lists;
        this.duplicates = duplicates;
        this.texts = texts;
    }

    /**
     * @throws Refusal                                 UNKNOWN when there is no such customer that the caller may see,
     *                                                 GONE when another answers for it
     * @throws io.rapport.web.problem.ProblemException 503 when writes named by {@code tokens} are not seen in time
     */
    ProfileAnswer of(String id, ConsistencyTokens tokens, RequestContext request) {
        ObjectNode customer = records.answer(model, id, Map.of(), tokens, request.caller()).getBody();
        CustomerLists.Belonging belonging = lists.of(id, tokens, request.caller());
        ListAnswer opportunities = belonging.list(RecordKind.OPPORTUNITY, parameters(OPPORTUNITIES));
        opportunities.items().forEach(opportunity -> texts.say(opportunity, request.locale()));
        return new ProfileAnswer(customer,
                belonging.list(RecordKind.CONTACT, parameters(CONTACTS)), opportunities,
                belonging.list(RecordKind.ORDER, parameters(ORDERS)),
                belonging.list(RecordKind.INTERACTION, parameters(INTERACTIONS)),
                new ProfileAnswer.Loyalty(customer.path("loyaltyTier").asString(null),
                        "/api/customers/" + id + "/loyalty"),
                lookalikes(duplicates.of(id, tokens, request.caller())),
                opportunities.items().stream().map(Profiles::nextStep).filter(Objects::nonNull).toList());
    }

    private static Map<String, String[]> parameters(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> new String[] {value.getValue()}));
    }

    private static ProfileAnswer.Lookalikes lookalikes(List<Duplicates.Candidate> candidates) {
        return new ProfileAnswer.Lookalikes(candidates.stream().limit(LOOKALIKES)
                .map(candidate -> candidate.customer().deepCopy().retain("id", "number", "name")
                        .put("score", candidate.score())).toList(), candidates.size());
    }

    private static ProfileAnswer.NextStep nextStep(ObjectNode opportunity) {
        return opportunity.get("nextBestAction") instanceof ObjectNode action
                ? new ProfileAnswer.NextStep(opportunity.path("id").asString(),
                        opportunity.path("name").asString(null), action) : null;
    }
}
