package io.rapport.customer.api.reviews;

import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.reviews.AdministeredReviewRule;
import io.rapport.customer.domain.customers.ReviewRule;
import io.rapport.customer.domain.reviews.ReviewRuleCommand.Define;
import io.rapport.customer.domain.reviews.ReviewRuleCommand.Redefine;
import io.rapport.customer.domain.reviews.ReviewRuleSetting;
import io.rapport.eventstore.Commands;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which new customers wait for approval. */
@RestController
@RequestMapping("/api/review-rules/customer")
class ReviewRuleController {

    private static final String PATH = "/api/review-rules";

    private final SettingEndpoint endpoint;
    private final AdministeredReviewRule rules;

    ReviewRuleController(Commands commands, AdministeredReviewRule rules) {
        this.endpoint = new SettingEndpoint(commands, rules.settings(), ReviewRuleSetting.KIND, PATH);
        this.rules = rules;
    }

    @GetMapping
    ResponseEntity<ReviewRuleJson> get() {
        return rules.settings().stored(ReviewRuleSetting.ID)
                .map(setting -> SettingEndpoint.answer(setting, ReviewRuleJson.of(setting.definition())))
                .orElseGet(() -> ResponseEntity.ok(ReviewRuleJson.of(ReviewRule.NONE)));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(@RequestBody ReviewRuleJson body, @RequestParam(required = false) String reason,
                             IfMatch ifMatch, RequestContext request) {
        ReviewRule rule = body.rule();
        return endpoint.put(ReviewRuleSetting.ID, PATH + "/customer", new Define(ReviewRuleSetting.ID, rule),
                expected -> new Redefine(ReviewRuleSetting.ID, expected, rule), ifMatch, request, reason);
    }
}
