package io.rapport.reporting.search.api;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.reporting.answers.SingleRecords;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.CustomerReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.merges.Survivors;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.filter.Position;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** Lists of what belongs to one customer. */
@Component
public class CustomerLists {

    private final SingleRecords records;
    private final CustomerReadModel model;
    private final Survivors survivors;
    private final ListAnswers answers;

    CustomerLists(SingleRecords records, CustomerReadModel model, Survivors survivors, ListAnswers answers) {
        this.records = records;
        this.model = model;
        this.survivors = survivors;
        this.answers = answers;
    }

    /** What belongs to one customer, as one caller sees it. */
    public final class Belonging {

        private final Filter own;
        private final ConsistencyTokens tokens;
        private final Caller caller;

        private Belonging(Filter own, ConsistencyTokens tokens, Caller caller) {
            this.own = own;
            this.tokens = tokens;
            this.caller = caller;
        }

        /** A list of its records of this kind, by the parameters of every list. */
        public ListAnswer list(RecordKind kind, Map<String, String[]> parameters) {
            return answers.list(kind, parameters, new ListAnswers.Restriction(own, List.of()), tokens, caller);
        }

        /** Interactions, as {@link #list}, the newest first. */
        ListAnswer timeline(Map<String, String[]> parameters) {
            Timeline timeline = Timeline.read(parameters);
            return answers.list(RecordKind.INTERACTION, timeline.otherParameters(),
                    new ListAnswers.Restriction(timeline.within(own), Timeline.NEWEST_FIRST), tokens, caller);
        }
    }

    /**
     * @throws Refusal UNKNOWN when there is no such customer that the caller may see, GONE when another answers for it
     */
    public Belonging of(String customerId, ConsistencyTokens tokens, Caller caller) {
        CustomerProfile customer = records.find(model, customerId, tokens, caller);
        if (customer.mergedInto() != null) {
            throw Refusal.gone("record-merged", "mergedInto", survivors.of(RecordKind.CUSTOMER, customerId));
        }
        List<Literal> ids = customer.answersFor().stream().sorted().<Literal>map(Literal.Text::new).toList();
        return new Belonging(new Filter.Condition(new Filter.Name(Survivors.REFERENCE, Position.START),
                new Filter.In(ids)), tokens, caller);
    }
}
