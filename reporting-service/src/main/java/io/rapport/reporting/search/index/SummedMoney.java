package io.rapport.reporting.search.index;

import io.rapport.contracts.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Amounts that the index adds up without losing a cent. It adds numbers as doubles, which are exact for whole numbers up
 * to 2^53: so the parts before and after the point are added by themselves, the latter as whole numbers of
 * hundred-millionths. Exact as long as a sum stays below nine quadrillion of its currency and ninety million amounts.
 */
public final class SummedMoney {

    private static final int DECIMALS = 8;

    private SummedMoney() {
    }

    static Map<String, Object> columns(Money money) {
        BigDecimal whole = money.amount().setScale(0, RoundingMode.FLOOR);
        BigDecimal fraction = money.amount().subtract(whole).movePointRight(DECIMALS)
                .setScale(0, RoundingMode.HALF_EVEN);
        return Map.of(Columns.NUMBER, money.amount().doubleValue(), Columns.CURRENCY, money.currency(),
                Columns.WHOLE, whole.longValueExact(), Columns.FRACTION, fraction.longValueExact());
    }

    /**
     * The sum of amounts.
     *
     * @param whole    sum of their columns {@link Columns#WHOLE}
     * @param fraction sum of their columns {@link Columns#FRACTION}
     */
    public static Money sum(double whole, double fraction, String currency) {
        BigDecimal sum = new BigDecimal(whole).add(new BigDecimal(fraction).movePointLeft(DECIMALS));
        BigDecimal plain = sum.stripTrailingZeros();
        return new Money(plain.scale() < 0 ? plain.setScale(0) : plain, currency);
    }
}
