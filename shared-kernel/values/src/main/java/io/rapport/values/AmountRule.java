package io.rapport.values;

import io.rapport.contracts.Money;

/** What an amount of money may be: not negative, and small enough for every sum over records to stay exact. */
public final class AmountRule {

    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 6;

    private AmountRule() {
    }

    /**
     * Adds {@code amount-negative} or {@code amount-out-of-range} (arguments: the most digits before and after the
     * point) to the amount's own field, such as {@code budget.amount}.
     *
     * @param value null passes
     */
    public static void check(String field, Money value, FieldErrors errors) {
        if (value == null) {
            return;
        }
        if (value.amount().signum() < 0) {
            errors.add(field + ".amount", "amount-negative");
        } else if (value.amount().precision() - value.amount().scale() > MOST_DIGITS
                || value.amount().scale() > MOST_DECIMALS) {
            errors.add(field + ".amount", "amount-out-of-range", MOST_DIGITS, MOST_DECIMALS);
        }
    }
}
