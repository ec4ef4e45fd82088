package io.rapport.customer.domain.orders;

import io.rapport.contracts.Money;
import io.rapport.values.FieldErrors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class OrderPricesProperties {

    @Property
    void theTotalIsTheExactSumAndPricingAgainChangesNothing(@ForAll("orders") List<OrderLine> lines) {
        FieldErrors errors = new FieldErrors();
        OrderFacts priced = OrderPrices.priced(OrderPrices.normalised(facts(lines)), errors);
        assertThat(errors.asList()).isEmpty();
        BigDecimal sum = priced.lines().stream().map(line -> line.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(priced.amount().amount()).isEqualByComparingTo(sum);
        assertThat(priced.lines()).hasSameSizeAs(lines);
        assertThat(OrderPrices.priced(OrderPrices.normalised(priced), errors)).isEqualTo(priced);
        assertThat(errors.asList()).isEmpty();
    }

    @Property
    void aLineIsWithinHalfAUnitOfItsProduct(@ForAll("orders") List<OrderLine> lines) {
        OrderFacts priced = OrderPrices.priced(OrderPrices.normalised(facts(lines)), new FieldErrors());
        for (OrderLine line : priced.lines()) {
            BigDecimal exact = line.quantity().multiply(line.unitPrice().amount());
            assertThat(line.amount().amount().subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
        }
    }

    @Provide
    Arbitrary<List<OrderLine>> orders() {
        Arbitrary<BigDecimal> quantities =
                Arbitraries.bigDecimals().between(new BigDecimal("0.001"), new BigDecimal("99999")).ofScale(3);
        Arbitrary<BigDecimal> prices =
                Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("9999999")).ofScale(4);
        return Combinators.combine(quantities, prices)
                .as((quantity, price) -> new OrderLine("a", quantity, new Money(price, "CNY"), null))
                .list().ofMinSize(1).ofMaxSize(20);
    }

    private static OrderFacts facts(List<OrderLine> lines) {
        return new OrderFacts(null, null, null, null, lines, null, null, null);
    }
}
