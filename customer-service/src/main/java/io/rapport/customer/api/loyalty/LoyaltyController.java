package io.rapport.customer.api.loyalty;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.application.customers.AnsweringCustomers;
import io.rapport.customer.application.loyalty.AdministeredLoyaltyRules;
import io.rapport.customer.application.loyalty.LoyaltyAccounts;
import io.rapport.customer.application.rights.CustomerAccess;
import io.rapport.customer.domain.loyalty.LoyaltyRules;
import io.rapport.customer.domain.loyalty.RedemptionCommand;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.RecordIds;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.web.request.Answers;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import io.rapport.web.signin.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import static io.rapport.eventstore.http.RecordWrites.expectedVersion;

/**
 * Points and tier of a customer. Read here, where redemptions are decided: the balance that is shown is the one that can
 * be redeemed.
 */
@RestController
@RequestMapping("/api/customers/{customerId}/loyalty")
class LoyaltyController {

    private static final int MOST_MOVEMENTS = 200;

    private final LoyaltyAccounts accounts;
    private final AdministeredLoyaltyRules rules;
    private final CustomerAccess access;
    private final AnsweringCustomers answering;
    private final Commands commands;
    private final Clock clock = Clock.systemUTC();

    LoyaltyController(LoyaltyAccounts accounts, AdministeredLoyaltyRules rules, CustomerAccess access,
                      AnsweringCustomers answering, Commands commands) {
        this.accounts = accounts;
        this.rules = rules;
        this.access = access;
        this.answering = answering;
        this.commands = commands;
    }

    @GetMapping
    ResponseEntity<LoyaltyAnswer> get(@PathVariable String customerId, @RequestParam(defaultValue = "50") int size,
                                      @RequestParam(defaultValue = "1") int page, Caller caller) {
        if (size < 1 || size > MOST_MOVEMENTS) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "size", "movements-size", MOST_MOVEMENTS);
        }
        if (page < 1) {
            throw Refusal.of(Refusal.Kind.UNREADABLE, "page", "movements-page");
        }
        access.checkRead(customerId, caller);
        answersForItself(customerId);
        LoyaltyRules present = rules.stored();
        LoyaltyAnswer answer = LoyaltyAnswer.of(accounts.of(customerId, present), present, LocalDate.now(clock),
                (long) (page - 1) * size, size, access.seesMoney(customerId, caller));
        return ResponseEntity.ok().header(Answers.DATA_LAG, "0").body(answer);
    }

    @PostMapping(path = "/redemptions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> redeem(@PathVariable String customerId, @RequestBody RedemptionRequest body,
                                               RequestContext request, Optional<IdempotencyKey> key) {
        access.checkWrite(customerId, request.caller());
        answersForItself(customerId);
        return redemptionsOf(customerId).create(new RedemptionCommand.Redeem(RecordIds.next(), customerId,
                body.pointsOrNone(), body.reward()), request, key);
    }

    @PostMapping("/redemptions/{redemptionId}/take-back")
    ResponseEntity<Void> takeBack(@PathVariable String customerId, @PathVariable String redemptionId,
                                  @RequestParam(required = false) String reason, IfMatch ifMatch,
                                  RequestContext request, Optional<IdempotencyKey> key) {
        access.checkWrite(customerId, request.caller());
        if (!accounts.made(customerId, redemptionId)) {
            throw Refusal.of(Refusal.Kind.UNKNOWN, "id", "unknown");
        }
        return redemptionsOf(customerId).change(
                new RedemptionCommand.TakeBack(redemptionId, expectedVersion(ifMatch), reason), request, reason, key);
    }

    private RecordWrites redemptionsOf(String customerId) {
        return new RecordWrites(commands, "redemption", "/api/customers/" + customerId + "/loyalty/redemptions");
    }

    /** @throws Refusal GONE when another customer answers for this one */
    private void answersForItself(String customerId) {
        answering.answeringFor(customerId).ifPresent(other -> {
            throw Refusal.gone("customer-merged", "mergedInto", other);
        });
    }
}
