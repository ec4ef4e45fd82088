package io.rapport.reporting.rights;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.event.EventEnvelope;
import io.rapport.contracts.rights.Role;
import io.rapport.reporting.rights.Expected.Relation;
import io.rapport.testing.Tokens;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static io.rapport.reporting.TestEvents.event;
import static io.rapport.reporting.TestEvents.newId;

/**
 * One customer with everything that belongs to it for each way in which records may stand to a caller, every classed
 * field with a value that occurs nowhere else.
 */
final class MatrixRecords {

    static final List<String> KINDS = List.of("customer", "contact", "opportunity", "order", "interaction", "task");

    private final String run = newId().substring(24);
    private final String team = "/" + run + "/east";
    private final Map<Relation, Family> others = new EnumMap<>(Relation.class);
    private final Map<Role, Family> own = new EnumMap<>(Role.class);
    private final List<EventEnvelope> events = new ArrayList<>();
    private int number = 1;

    /**
     * @param secrets by kind and field; contact data as kept, amounts as written, texts
     */
    record Family(String customerId, Map<String, String> ids, Map<String, Map<String, Secret>> secrets, String name) {
    }

    /** A value that occurs nowhere else, in a field of a class. */
    record Secret(String field, String fields, String value) {
    }

    MatrixRecords() {
        define("hotline", "text", "contactData");
        define("deal", "number", "money");
        define("remark", "text", "text");
        others.put(Relation.OTHER, family("other-" + run));
        others.put(Relation.TEAM, family("colleague-" + run));
        others.put(Relation.TREE, family("below-" + run));
        others.put(Relation.UNOWNED, family(null));
        for (Role role : Role.values()) {
            own.put(role, family(user(role)));
        }
    }

    List<EventEnvelope> events() {
        return events;
    }

    /** Definitions of the directory by key. */
    Map<String, String> directory() {
        Map<String, String> users = new HashMap<>();
        users.put("user:colleague-" + run, user("rep", team));
        users.put("user:below-" + run, user("rep", teamBelow()));
        users.put("user:other-" + run, user("rep", "/" + run + "/north"));
        // What the directory says of a user counts, whatever his token says.
        for (Role role : Role.values()) {
            users.put("user:" + user(role), user(role.code(), team));
        }
        return users;
    }

    /** The team of {@link Relation#TREE}. */
    String teamBelow() {
        return team + "/below";
    }

    String user(Role role) {
        return role.code() + "-" + run;
    }

    String token(Role role) {
        return Tokens.of(role, user(role), "/elsewhere");
    }

    Family of(Role role, Relation relation) {
        return relation == Relation.OWN ? own.get(role) : others.get(relation);
    }

    String tokens() {
        return events.stream().map(event -> new ConsistencyToken(event.type().substring(0, event.type().indexOf('.')),
                event.subject(), event.sequence()).encoded()).collect(Collectors.joining(","));
    }

    private void define(String field, String type, String fieldClass) {
        events.add(event("custom-field.defined.v1", "custom-field:customer:" + field + run, 1, """
                {"recordKind":"customer","key":"%s","type":"%s","label":{"en":"%s"},"required":false,"options":[],
                 "deprecated":false,"fieldClass":"%s"}""".formatted(field + run, type, field, fieldClass)));
    }

    private static String user(String role, String team) {
        return "{\"displayName\":\"Somebody\",\"roles\":[\"" + role + "\"],\"team\":\"" + team + "\",\"active\":true}";
    }

    private Family family(String owner) {
        String customer = newId();
        String name = "矩阵" + run + number;
        Map<String, String> ids = new HashMap<>(Map.of("customer", customer));
        Map<String, Map<String, Secret>> secrets = new HashMap<>();
        KINDS.forEach(kind -> {
            ids.computeIfAbsent(kind, any -> newId());
            secrets.put(kind, new HashMap<>());
        });
        String custom = "{\"hotline%s\":\"%s\",\"deal%s\":%s,\"remark%s\":\"%s\"}".formatted(
                run, secret(secrets, "customer", "custom.hotline" + run, "contactData"),
                run, secret(secrets, "customer", "custom.deal" + run, "money"),
                run, secret(secrets, "customer", "custom.remark" + run, "text"));
        String pipeline = "p" + customer.substring(24);
        events.add(event("customer.registered.v1", customer, 1, """
                {"number":"%s","facts":{"name":"%s","phone":"%s","email":"%s","annualRevenue":%s,"needs":"%s",
                  "custom":%s},"salesStatus":"POTENTIAL"%s}""".formatted(customer.substring(0, 8), name,
                secret(secrets, "customer", "phone", "contactData"), secret(secrets, "customer", "email", "contactData"),
                money(secrets, "customer", "annualRevenue"), secret(secrets, "customer", "needs", "text"),
                custom, owner == null ? "" : ",\"owner\":\"" + owner + "\"")));
        events.add(event("contact.registered.v1", ids.get("contact"), 1, """
                {"facts":{"name":"%s","phone":"%s","email":"%s","customerId":"%s"}}""".formatted(name,
                secret(secrets, "contact", "phone", "contactData"), secret(secrets, "contact", "email", "contactData"),
                customer)));
        events.add(event("opportunity.opened.v1", ids.get("opportunity"), 1, """
                {"facts":{"name":"%s","customerId":"%s","amount":%s,"budget":%s,"need":"%s",
                 "contactIds":["%s"]},"pipeline":"%s",
                 "stage":"QUOTATION","stageProbability":50}""".formatted(name, customer,
                money(secrets, "opportunity", "amount"), money(secrets, "opportunity", "budget"),
                secret(secrets, "opportunity", "need", "text"),
                stranger(ids), pipeline)));
        events.add(event("order.placed.v1", ids.get("order"), 1, """
                {"number":"%s","facts":{"customerId":"%s","contract":"%s","amount":%s,"note":"%s"}}""".formatted(
                ids.get("order").substring(0, 8), customer, name, money(secrets, "order", "amount"),
                secret(secrets, "order", "note", "text"))));
        events.add(event("interaction.recorded.v1", ids.get("interaction"), 1, """
                {"facts":{"kind":"CALL","time":"2026-01-01T08:00:00Z","subject":"%s","text":"%s","customerId":"%s",
                 "contactId":"%s"}}""".formatted(secret(secrets, "interaction", "subject", "text"),
                        secret(secrets, "interaction", "text", "text"), customer, stranger(ids))));
        events.add(event("task.opened.v1", ids.get("task"), 1, """
                {"facts":{"kind":"CALLBACK","title":"%s","note":"%s","timeZone":"Asia/Shanghai","priority":"NORMAL",
                  "assignee":"zhangsan","customerId":"%s"}}"""
                .formatted(secret(secrets, "task", "title", "text"), secret(secrets, "task", "note", "text"), customer)));
        return new Family(customer, ids, secrets, name);
    }

    /** A contact that most callers do not see: every family knows it. */
    private String stranger(Map<String, String> own) {
        return (others.containsKey(Relation.OTHER) ? others.get(Relation.OTHER).ids() : own).get("contact");
    }

    private String money(Map<String, Map<String, Secret>> secrets, String kind, String field) {
        return "{\"amount\":\"" + secret(secrets, kind, field, "money") + "\",\"currency\":\"CNY\"}";
    }

    private String secret(Map<String, Map<String, Secret>> secrets, String kind, String field, String fields) {
        number++;
        String digits = "%06d".formatted((Integer.parseInt(run.substring(0, 5), 16) * 31 + number * 7919) % 1_000_000);
        String value = switch (field.replace("custom.", "").replace(run, "")) {
            // A number of a custom field is one in JSON too.
            case "deal" -> "8" + "%03d".formatted(number) + digits;
            case "phone", "hotline" -> "139" + "%04d".formatted(number) + digits.substring(2);
            case "email" -> "secret" + number + run + "@example.com";
            default -> fields.equals("money") ? "8" + "%03d".formatted(number) + digits + ".25"
                    : "geheim" + number + "x" + run;
        };
        secrets.get(kind).put(field, new Secret(field, fields, value));
        return value;
    }

    static String plural(String kind) {
        return kind.equals("opportunity") ? "opportunities" : kind + "s";
    }
}
