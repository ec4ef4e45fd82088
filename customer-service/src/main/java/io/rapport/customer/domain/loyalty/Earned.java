package io.rapport.customer.domain.loyalty;

import java.time.LocalDate;

/**
 * What one order earned, and why.
 *
 * @param points    0 or more
 * @param because   the reason in one word
 * @param validFrom the rule set that decided; null where none was in force on the day of the order
 * @param by        the rule that decided; null where none did
 */
public record Earned(Purchase purchase, long points, Because because, LocalDate validFrom, RuleSet.Earning by) {

    /** Why an order earned what it earned. */
    public enum Because {
        BY_RULE,
        ORDER_CANCELLED,
        ORDER_ARCHIVED,
        NO_RULES_THAT_DAY,
        NO_RULE_FOR_CURRENCY
    }
}
