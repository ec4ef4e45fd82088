package io.rapport.customer.api.loyalty;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.api.settings.SettingEndpoint;
import io.rapport.customer.application.loyalty.AdministeredLoyaltyRules;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.domain.loyalty.LoyaltyRulesCommand;
import io.rapport.customer.domain.loyalty.RuleSet;
import io.rapport.eventstore.Commands;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/** Loyalty rules, each set under the day from which it holds. */
@RestController
@RequestMapping("/api/loyalty-rules")
class LoyaltyRulesController {

    private static final String PATH = "/api/loyalty-rules";

    private final AdministeredLoyaltyRules rules;
    private final SettingEndpoint endpoint;

    LoyaltyRulesController(AdministeredLoyaltyRules rules, Commands commands) {
        this.rules = rules;
        this.endpoint = new SettingEndpoint(commands, rules.sets(), "loyalty-rules", PATH);
    }

    /** From the earliest to the latest. */
    @GetMapping
    Map<String, List<RuleSet>> all() {
        return Map.of("items", rules.sets().stored().stream().map(Setting::definition).toList());
    }

    @GetMapping("/{validFrom}")
    ResponseEntity<RuleSet> one(@PathVariable String validFrom) {
        return rules.sets().stored(RuleSet.idOf(day(validFrom)))
                .map(setting -> SettingEndpoint.answer(setting, setting.definition()))
                .orElseThrow(LoyaltyRulesController::unknown);
    }

    @PutMapping(path = "/{validFrom}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(@PathVariable String validFrom, @RequestBody LoyaltyRulesRequest body,
                             @RequestParam(required = false) String reason, IfMatch ifMatch, RequestContext request) {
        RuleSet set = body.rules(day(validFrom));
        return endpoint.put(set.id(), PATH + '/' + set.validFrom(), new LoyaltyRulesCommand.Define(set.id(), set),
                expected -> new LoyaltyRulesCommand.Redefine(set.id(), expected, set), ifMatch, request, reason);
    }

    @DeleteMapping("/{validFrom}")
    ResponseEntity<Void> remove(@PathVariable String validFrom, @RequestParam(required = false) String reason,
                                IfMatch ifMatch, RequestContext request) {
        String id = RuleSet.idOf(day(validFrom));
        return endpoint.change(new LoyaltyRulesCommand.Remove(id, expectedVersion(ifMatch)), request, reason);
    }

    /** @throws Refusal UNKNOWN for what is no day: nothing can be there */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.of(Refusal.Kind.UNKNOWN, "", "unknown");
    }
}
