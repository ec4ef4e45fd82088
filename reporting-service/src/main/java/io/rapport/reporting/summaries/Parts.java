package io.rapport.reporting.summaries;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.rates.Rates;
import io.rapport.reporting.summaries.CustomerSummary.Bought;
import io.rapport.reporting.summaries.CustomerSummary.Contacts;
import io.rapport.reporting.summaries.CustomerSummary.Interactions;
import io.rapport.reporting.summaries.CustomerSummary.Opportunities;
import io.rapport.reporting.summaries.CustomerSummary.Orders;
import io.rapport.reporting.summaries.CustomerSummary.Part;
import org.bson.Document;
import org.bson.types.Decimal128;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the records in one bucket come to for one customer: depends on the records alone, whatever their order. A record
 * that is archived, or has gone over to another customer, counts for nothing but its version.
 */
final class Parts {

    private static final List<String> OF_ALL = List.of("version", "archived", "customerId");

    /** Of a kind of record that may belong to several customers. */
    private static final String SEVERAL = "customerIds";

    private static final Comparator<Document> BY_REGISTRATION =
            Comparator.comparing((Document contact) -> time(contact, "createdAt"))
                    .thenComparing(contact -> contact.getString("_id"));

    /** The kinds of record that customers are summed up from. */
    static final Set<RecordKind> KINDS =
            EnumSet.of(RecordKind.CONTACT, RecordKind.INTERACTION, RecordKind.OPPORTUNITY, RecordKind.ORDER);

    private Parts() {
    }

    /** Fields of a document without which its part cannot be told. */
    static List<String> fields(RecordKind kind) {
        List<String> fields = new ArrayList<>(OF_ALL);
        fields.addAll(switch (kind) {
            case CONTACT -> List.of(SEVERAL, "name", "createdAt");
            case INTERACTION -> List.of("time", "createdAt");
            case OPPORTUNITY -> List.of("status", "amount");
            case ORDER -> List.of("status", "amount", "orderedAt", "lines");
            default -> throw noPart();
        });
        return fields;
    }

    /** @param records all that are, or ever were, in this bucket of the customer */
    static Part of(RecordKind kind, String customerId, List<Document> records, Rates rates) {
        long versions = records.stream().mapToLong(record -> record.getLong("version")).sum();
        List<Document> counting = records.stream().filter(record -> !record.getBoolean("archived", false)
                && (customerId.equals(record.getString("customerId"))
                        || record.getList(SEVERAL, String.class, List.of()).contains(customerId))).toList();
        return switch (kind) {
            case CONTACT -> contacts(versions, counting);
            case INTERACTION -> new Interactions(versions, counting.stream().map(Parts::timeOf)
                    .max(Comparator.naturalOrder()).orElse(null));
            case OPPORTUNITY -> new Opportunities(versions,
                    sums(counting.stream().filter(opportunity -> "OPEN".equals(opportunity.getString("status")))));
            case ORDER -> orders(versions,
                    counting.stream().filter(order -> "PLACED".equals(order.getString("status"))).toList(), rates);
            default -> throw noPart();
        };
    }

    private static Contacts contacts(long versions, List<Document> counting) {
        return counting.stream().min(BY_REGISTRATION)
                .map(first -> new Contacts(versions, time(first, "createdAt"), first.getString("_id"),
                        first.getString("name")))
                .orElseGet(() -> new Contacts(versions, null, null, null));
    }

    private static Orders orders(long versions, List<Document> placed, Rates rates) {
        boolean foreign = placed.stream().filter(Parts::hasAmount)
                .anyMatch(order -> !currency(order).equals(rates.base()));
        BigDecimal converted = BigDecimal.ZERO;
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Document order : placed.stream().filter(Parts::hasAmount).toList()) {
            BigDecimal exact = rates.exactly(amount(order), currency(order), day(order)).orElse(null);
            if (exact == null) {
                add(sums, order);
            } else {
                converted = converted.add(exact);
            }
        }
        return new Orders(versions, placed.size(), texts(sums), converted.toString(), foreign,
                days(placed).min(Comparator.naturalOrder()).orElse(null),
                days(placed).max(Comparator.naturalOrder()).orElse(null), products(placed));
    }

    private static Stream<LocalDate> days(List<Document> orders) {
        return orders.stream().map(Parts::day).filter(Objects::nonNull);
    }

    private static List<Bought> products(List<Document> orders) {
        Map<String, Integer> products = new TreeMap<>();
        for (Document order : orders) {
            order.getList("lines", Document.class, List.of()).stream().filter(Parts::isBought)
                    .map(line -> line.getString("product")).distinct()
                    .forEach(product -> products.merge(product, 1, Integer::sum));
        }
        return products.entrySet().stream().map(entry -> new Bought(entry.getKey(), entry.getValue())).toList();
    }

    /** Discounts and returns have a negative amount. */
    private static boolean isBought(Document line) {
        return line.getString("product") != null && (!hasAmount(line) || amount(line).signum() >= 0);
    }

    private static Map<String, String> sums(Stream<Document> records) {
        Map<String, BigDecimal> sums = new HashMap<>();
        records.filter(Parts::hasAmount).forEach(record -> add(sums, record));
        return texts(sums);
    }

    private static Map<String, String> texts(Map<String, BigDecimal> sums) {
        return sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, sum -> sum.getValue().toString()));
    }

    private static void add(Map<String, BigDecimal> sums, Document record) {
        sums.merge(currency(record), amount(record), BigDecimal::add);
    }

    private static boolean hasAmount(Document record) {
        return record.get("amount") != null;
    }

    private static BigDecimal amount(Document record) {
        return record.get("amount", Document.class).get("amount", Decimal128.class).bigDecimalValue();
    }

    private static String currency(Document record) {
        return record.get("amount", Document.class).getString("currency");
    }

    private static LocalDate day(Document order) {
        Date day = order.getDate("orderedAt");
        return day == null ? null : LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC);
    }

    /** An interaction of which nobody said when it was, was when it was entered. */
    private static Instant timeOf(Document interaction) {
        return interaction.getDate("time") == null ? time(interaction, "createdAt") : time(interaction, "time");
    }

    private static Instant time(Document record, String field) {
        return record.getDate(field).toInstant();
    }

    private static IllegalArgumentException noPart() {
        return new IllegalArgumentException("not part of a customer");
    }
}
