package io.rapport.reporting.search.api;

import io.rapport.reporting.answers.SingleRecords;
import io.rapport.reporting.contacts.ContactReadModel;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Literal;
import io.rapport.reporting.search.filter.Position;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The interactions that a contact took part in, see {@link Timeline}. */
@RestController
class ContactTimelineController {

    private final SingleRecords records;
    private final ContactReadModel contacts;
    private final ListAnswers answers;

    ContactTimelineController(SingleRecords records, ContactReadModel contacts, ListAnswers answers) {
        this.records = records;
        this.contacts = contacts;
        this.answers = answers;
    }

    @GetMapping("/api/contacts/{id}/timeline")
    ListAnswer timeline(@PathVariable String id, HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        records.find(contacts, id, tokens, caller);
        Timeline timeline = Timeline.read(request.getParameterMap());
        Filter own = new Filter.Condition(new Filter.Name("contactIds", Position.START),
                new Filter.In(List.of(new Literal.Text(id))));
        return answers.list(RecordKind.INTERACTION, timeline.otherParameters(),
                new ListAnswers.Restriction(timeline.within(own), Timeline.NEWEST_FIRST), tokens, caller);
    }
}
