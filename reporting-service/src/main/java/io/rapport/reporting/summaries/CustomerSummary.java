package io.rapport.reporting.summaries;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rates.Rates;
import org.bson.codecs.pojo.annotations.BsonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the records of one customer come to, bucket by bucket; each bucket holds the records that are in it now. Public
 * for the driver's codec only.
 *
 * @param id           of the customer, which may be unknown here as yet
 * @param revision     counts how often this was stored, so that two writers notice each other
 * @param ratesVersion of the exchange rates by which orders were converted; 0 for none
 * @param base         the currency that amounts were summed in
 * @param foreign      whether amounts need exchange rates, so that this has to follow when they change
 */
public record CustomerSummary(
        @BsonId String id,
        long revision,
        long ratesVersion,
        String base,
        boolean foreign,
        Map<String, Contacts> contacts,
        Map<String, Interactions> interactions,
        Map<String, Opportunities> opportunities,
        Map<String, Orders> orders) {

    public CustomerSummary {
        contacts = contacts == null ? Map.of() : Map.copyOf(contacts);
        interactions = interactions == null ? Map.of() : Map.copyOf(interactions);
        opportunities = opportunities == null ? Map.of() : Map.copyOf(opportunities);
        orders = orders == null ? Map.of() : Map.copyOf(orders);
    }

    /** Before any record of the customer was seen. */
    static CustomerSummary none(String customerId) {
        return new CustomerSummary(customerId, 0, 0, null, false, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** What one bucket of one kind of record comes to. */
    sealed interface Part {

        /** Sum of the versions of all records that are or ever were the customer's: grows with every event. */
        long versions();
    }

    /**
     * The three null without a contact in use.
     *
     * @param firstAt when the contact in use that came first was registered
     */
    public record Contacts(long versions, Instant firstAt, String firstId, String firstName) implements Part {
    }

    /** @param lastAt null without an interaction in use */
    public record Interactions(long versions, Instant lastAt) implements Part {
    }

    /** @param amounts of those that are open, summed by currency: exact decimals of any length */
    public record Opportunities(long versions, Map<String, String> amounts) implements Part {

        public Opportunities {
            amounts = amounts == null ? Map.of() : Map.copyOf(amounts);
        }
    }

    /**
     * @param count     orders that count
     * @param amounts   of those in the base currency, or for which there is no rate, summed by currency: exact decimals
     *                  of any length
     * @param converted of all others, in the base currency, not rounded
     * @param foreign   whether one of them is not in the base currency
     * @param firstAt   day of the first; null without one
     * @param lastAt    day of the last; null without one
     * @param products  each once, without discounts and returns
     */
    public record Orders(long versions, int count, Map<String, String> amounts, String converted, boolean foreign,
            LocalDate firstAt, LocalDate lastAt, List<Bought> products) implements Part {

        public Orders {
            amounts = amounts == null ? Map.of() : Map.copyOf(amounts);
            products = products == null ? List.of() : List.copyOf(products);
        }
    }

    /** A product, and how many orders it is in. */
    public record Bought(String product, int orders) {
    }

    /** Sum of the versions of all records that are or ever were the customer's. */
    long versions() {
        return Stream.of(contacts, interactions, opportunities, orders).flatMap(parts -> parts.values().stream())
                .mapToLong(Part::versions).sum();
    }

    /**
     * This with other parts, one revision on.
     *
     * @param parts the new ones by kind of record and number of bucket; all others stay
     */
    CustomerSummary with(Map<RecordKind, Map<String, Part>> parts, Rates rates) {
        Map<String, Opportunities> newOpportunities = merged(opportunities, parts.get(RecordKind.OPPORTUNITY), Opportunities.class);
        Map<String, Orders> newOrders = merged(orders, parts.get(RecordKind.ORDER), Orders.class);
        boolean needsRates = newOrders.values().stream().anyMatch(Orders::foreign)
                || newOpportunities.values().stream()
                        .anyMatch(part -> part.amounts().keySet().stream().anyMatch(c -> !c.equals(rates.base())));
        return new CustomerSummary(id, revision + 1, rates.version(), rates.base(), needsRates,
                merged(contacts, parts.get(RecordKind.CONTACT), Contacts.class),
                merged(interactions, parts.get(RecordKind.INTERACTION), Interactions.class),
                newOpportunities, newOrders);
    }

    private static <P extends Part> Map<String, P> merged(Map<String, P> before, Map<String, Part> news,
            Class<P> type) {
        if (news == null) {
            return before;
        }
        Map<String, P> after = new HashMap<>(before);
        news.forEach((bucket, part) -> after.put(bucket, type.cast(part)));
        return after;
    }
}
