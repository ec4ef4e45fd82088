package io.rapport.reporting.intake;

import io.rapport.contracts.Money;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.reporting.TestEvents;
import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.PurchaseHabits;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import static io.rapport.reporting.TestEvents.event;

/** Three customers and what happens to the records that belong to them, with what they have to show in the end. */
final class CustomerStories {

    private static final String OPENING = """
            {"openingValues":{"contactName":"开户联系人","lastInteractionAt":"2023-10-01",
                              "opportunityAmount":{"amount":"77.00","currency":"CNY"}}}""";

    private final Random random;
    private final List<List<EventEnvelope>> events = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Customer> customers = new ArrayList<>();
    private final List<Child> children = new ArrayList<>();

    /** What a customer's own events come to. */
    private static final class Customer {
        private String id;
        private boolean opening;
        private String status = "POTENTIAL";
        private final Set<String> absorbed = new TreeSet<>();
        private final List<EventEnvelope> events = new ArrayList<>();

        private Set<String> answersFor() {
            Set<String> ids = new TreeSet<>(absorbed);
            ids.add(id);
            return ids;
        }

        private void happens(String type, String data) {
            events.add(event(type, id, events.size() + 1, data));
        }
    }

    /** What the events of a record that belongs to a customer come to. */
    private static final class Child {
        private String kind;
        private String id;
        private int number;
        private String customerId;
        private final List<String> everOf = new ArrayList<>();
        private boolean archived;
        private boolean over;
        private int value;
    }

    CustomerStories(Random random) {
        this.random = random;
        for (int i = 0; i < 3; i++) {
            customer();
        }
        merges();
        for (String kind : List.of("contact", "interaction", "opportunity", "order")) {
            for (int i = random.nextInt(4); i > 0; i--) {
                child(kind, i);
            }
        }
    }

    /** The events of each record, in order. */
    List<List<EventEnvelope>> events() {
        return events;
    }

    List<String> ids() {
        return ids;
    }

    List<String> customerIds() {
        return customers.stream().map(customer -> customer.id).toList();
    }

    private void customer() {
        Customer customer = new Customer();
        customer.id = newId();
        customer.opening = random.nextBoolean();
        customer.events.add(TestEvents.customerRegistered(customer.id, "A", customer.opening ? OPENING : "{}"));
        for (int i = random.nextInt(3); i > 0; i--) {
            customer.status = List.of("LOST", "CLOSED_WON", "FOLLOWING_UP").get(random.nextInt(3));
            customer.happens("customer.status-changed.v1", "{\"to\":\"" + customer.status + "\"}");
        }
        customers.add(customer);
        events.add(customer.events);
    }

    /** The first into the second, perhaps that one into the third, and perhaps apart again, the last first. */
    private void merges() {
        int merges = random.nextInt(3);
        for (int i = 0; i < merges; i++) {
            Customer from = customers.get(i);
            Customer into = customers.get(i + 1);
            into.absorbed.addAll(from.answersFor());
            into.happens("customer.absorbed.v1", dataOf(from));
            from.happens("customer.merged.v1", "{\"into\":\"" + into.id + "\"}");
        }
        for (int i = merges - 1; i >= 0 && random.nextBoolean(); i--) {
            Customer from = customers.get(i);
            Customer into = customers.get(i + 1);
            into.absorbed.removeAll(from.answersFor());
            into.happens("customer.released.v1", dataOf(from));
            from.happens("customer.unmerged.v1", "{\"from\":\"" + into.id + "\"}");
        }
    }

    private static String dataOf(Customer from) {
        return "{\"from\":\"" + from.id + "\",\"records\":[\"" + String.join("\",\"", from.answersFor())
                + "\"],\"changed\":{},\"cleared\":[]}";
    }

    private void child(String kind, int number) {
        Child child = new Child();
        child.kind = kind;
        child.id = newId();
        child.number = number;
        List<EventEnvelope> own = new ArrayList<>();
        moved(child, anyCustomer());
        child.value = random.nextInt(100);
        String facts = "\"customerId\":\"" + child.customerId + "\"," + valueOf(child);
        own.add(at(child, switch (kind) {
            case "contact" -> event("contact.registered.v1", child.id, 1, "{\"facts\":{" + facts + "}}");
            case "interaction" -> event("interaction.recorded.v1", child.id, 1, "{\"facts\":{" + facts + "}}");
            case "opportunity" -> event("opportunity.opened.v1", child.id, 1,
                    "{\"facts\":{" + facts + "},\"stage\":\"s\"}");
            default -> event("order.placed.v1", child.id, 1, "{\"number\":\"1\",\"facts\":{" + facts + "}}");
        }));
        for (int i = random.nextInt(5); i > 0; i--) {
            own.add(at(child, later(child, own.size() + 1)));
        }
        children.add(child);
        events.add(own);
    }

    private EventEnvelope later(Child child, long sequence) {
        String changed = child.kind.equals("interaction") ? "interaction.corrected.v1" : child.kind + ".changed.v1";
        switch (random.nextInt(5)) {
            case 0 -> {
                moved(child, anyCustomer());
                return event(changed, child.id, sequence, "{\"changed\":{\"customerId\":\"" + child.customerId + "\"}}");
            }
            case 1 -> {
                child.archived = true;
                return event(child.kind + (child.kind.equals("interaction") ? ".deleted.v1" : ".archived.v1"), child.id,
                        sequence, "{}");
            }
            case 2 -> {
                child.archived = false;
                return event(child.kind + ".restored.v1", child.id, sequence, "{}");
            }
            case 3 -> {
                if (child.kind.equals("opportunity") || child.kind.equals("order")) {
                    child.over = !child.over;
                    return child.kind.equals("order")
                            ? event(child.over ? "order.cancelled.v1" : "order.reinstated.v1", child.id, sequence, "{}")
                            : event(child.over ? "opportunity.won.v1" : "opportunity.reopened.v1", child.id, sequence,
                                    "{\"stage\":\"s\"}");
                }
                child.customerId = null;
                return event(changed, child.id, sequence, "{\"cleared\":[\"customerId\"]}");
            }
            default -> {
                child.value = random.nextInt(100);
                return event(changed, child.id, sequence, "{\"changed\":{" + valueOf(child) + "}}");
            }
        }
    }

    private static void moved(Child child, String customerId) {
        child.customerId = customerId;
        child.everOf.add(customerId);
    }

    private static String valueOf(Child child) {
        return switch (child.kind) {
            case "contact" -> "\"name\":\"n" + child.value + "\"";
            case "interaction" -> "\"time\":\"" + time(child.value) + "\"";
            case "order" -> "\"orderedAt\":\"" + day(child) + "\",\"lines\":[" + line(product(child), child.value + ".60")
                    + ',' + line("discount", "-0.10") + "]," + amountOf(child);
            default -> amountOf(child);
        };
    }

    private static String amountOf(Child child) {
        return "\"amount\":" + yuan(child.value + ".50");
    }

    private static String line(String product, String amount) {
        return "{\"product\":\"" + product + "\",\"amount\":" + yuan(amount) + '}';
    }

    private static String yuan(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"CNY\"}";
    }

    private static LocalDate day(Child order) {
        return LocalDate.of(2026, 1, 1).plusDays(order.value);
    }

    private static String product(Child order) {
        return "p" + order.value % 5;
    }

    private static Instant time(int value) {
        return TestEvents.LONG_AGO.plusSeconds(3600L * value);
    }

    /** Registered in the order of their numbers. */
    private static EventEnvelope at(Child child, EventEnvelope event) {
        return new EventEnvelope(event.id(), event.source(), event.type(), event.subject(),
                TestEvents.LONG_AGO.plusSeconds(child.number * 100L + event.sequence()), event.sequence(),
                event.actor(), event.reason(), event.correlationId(), event.causationId(), event.traceparent(),
                event.origin(), event.data());
    }

    private String anyCustomer() {
        return customers.get(random.nextInt(customers.size())).id;
    }

    private String newId() {
        String id = TestEvents.newId();
        ids.add(id);
        return id;
    }

    /** What the customers have to show, by id. */
    Map<String, Map<String, Object>> expected() {
        Map<String, Map<String, Object>> expected = new HashMap<>();
        for (Customer customer : customers) {
            Map<String, Object> fields = new TreeMap<>();
            List<Child> contacts = counting("contact", customer);
            List<Child> interactions = counting("interaction", customer);
            List<Child> open = counting("opportunity", customer).stream().filter(child -> !child.over).toList();
            List<Child> orders = counting("order", customer).stream().filter(child -> !child.over).toList();
            fields.put("primaryContact", ever("contact", customer)
                    ? contacts.stream().min(Comparator.comparing((Child child) -> child.number))
                            .map(first -> "n" + first.value).orElse(null)
                    : customer.opening ? "开户联系人" : null);
            fields.put("lastInteractionAt", ever("interaction", customer)
                    ? interactions.stream().map(child -> time(child.value)).max(Comparator.naturalOrder()).orElse(null)
                    : customer.opening ? Instant.parse("2023-10-01T00:00:00Z") : null);
            fields.put("openOpportunityAmount", ever("opportunity", customer) ? sum(open)
                    : customer.opening ? new Money(new BigDecimal("77.00"), "CNY") : null);
            fields.put("revenueToDate", ever("order", customer) ? sum(orders) : null);
            fields.put("purchases", habits(orders));
            fields.put("lifecycleStage", customer.status.equals("LOST") ? "CHURNED"
                    : customer.status.equals("CLOSED_WON") || !orders.isEmpty() ? "RETENTION" : "ACQUISITION");
            fields.put("salesStatus", customer.status);
            expected.put(customer.id, fields);
        }
        return expected;
    }

    static Map<String, Object> shown(CustomerProfile customer) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("primaryContact", customer.primaryContact());
        fields.put("lastInteractionAt", customer.lastInteractionAt());
        fields.put("openOpportunityAmount", customer.openOpportunityAmount());
        fields.put("revenueToDate", customer.revenueToDate());
        fields.put("purchases", customer.purchases());
        fields.put("lifecycleStage", customer.lifecycleStage());
        fields.put("salesStatus", customer.salesStatus());
        return fields;
    }

    private static PurchaseHabits habits(List<Child> orders) {
        Map<String, Integer> products = new HashMap<>();
        orders.forEach(order -> products.merge(product(order), 1, Integer::sum));
        return PurchaseHabits.of(orders.size(),
                orders.stream().map(CustomerStories::day).min(Comparator.naturalOrder()).orElse(null),
                orders.stream().map(CustomerStories::day).max(Comparator.naturalOrder()).orElse(null), products);
    }

    private List<Child> counting(String kind, Customer customer) {
        return children.stream().filter(child -> child.kind.equals(kind) && !child.archived
                && child.customerId != null && customer.answersFor().contains(child.customerId)).toList();
    }

    private boolean ever(String kind, Customer customer) {
        return children.stream().anyMatch(child -> child.kind.equals(kind)
                && child.everOf.stream().anyMatch(customer.answersFor()::contains));
    }

    private static Money sum(List<Child> children) {
        return new Money(children.stream().map(child -> new BigDecimal(child.value + ".50"))
                .reduce(BigDecimal.ZERO, BigDecimal::add), "CNY");
    }
}
