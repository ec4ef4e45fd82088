package io.rapport.reporting.search.segments;

import io.rapport.reporting.search.api.ListAnswer;
import io.rapport.reporting.search.api.ListAnswers;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.signin.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.HashMap;
import java.util.Map;

/** The records of a segment, whatever kind they are: their list, narrowed to the segment. */
@RestController
class SegmentMembersController {

    private final Selections selections;
    private final ListAnswers answers;

    SegmentMembersController(Selections selections, ListAnswers answers) {
        this.selections = selections;
        this.answers = answers;
    }

    @GetMapping("/api/segments/{id}/members")
    ListAnswer members(@PathVariable String id, HttpServletRequest request, ConsistencyTokens tokens, Caller caller) {
        Map<String, String[]> parameters = new HashMap<>(request.getParameterMap());
        parameters.put("segment", new String[] {id});
        return answers.list(selections.kindOf(id), parameters, tokens, caller);
    }
}
