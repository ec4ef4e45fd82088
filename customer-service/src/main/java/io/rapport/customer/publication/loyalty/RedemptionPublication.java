package io.rapport.customer.publication.loyalty;

import io.rapport.customer.domain.loyalty.RedemptionEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.PublicEvent;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What the world learns of redemptions. */
@Component
class RedemptionPublication implements EventPublication<RedemptionEvent> {

    @Override
    public PublicEvent publish(RedemptionEvent event) {
        return switch (event) {
            case RedemptionEvent.Made e -> new PublicEvent("redemption.made.v1",
                    new LoyaltyContract.RedemptionMade(e.customerId(), e.points(), e.reward()));
            case RedemptionEvent.TakenBack _ -> new PublicEvent("redemption.taken-back.v1", Map.of());
        };
    }
}
