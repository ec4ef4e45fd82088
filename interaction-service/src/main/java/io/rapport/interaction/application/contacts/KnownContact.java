package io.rapport.interaction.application.contacts;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A contact as far as mails need to know it. Reads the public events tolerantly: an address is whatever looks like one,
 * in whichever fact it stands.
 *
 * @param owner     its own, or whoever entered it
 * @param facts     those in which addresses and customers stand, and no others
 * @param hidden    archived, merged, erased or withdrawn: nobody is known by its addresses
 * @param version   the last event that is part of this
 */
record KnownContact(String id, String owner, ObjectNode facts, boolean hidden, long version) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\",;]{1,250}@[^@\\s<>\",;]{1,250}");
    private static final Set<String> BELONGING = Set.of("customerId", "customers", "links");
    private static final String CUSTOMER = "customerId";

    /**
     * After an event of this contact; what came before, and what says nothing of interest, changes nothing.
     *
     * @param before null before the first event
     * @param actor  who did it
     * @return null where nothing is known yet
     */
    static KnownContact after(KnownContact before, String id, String type, long sequence, String actor, JsonNode data) {
        if (before == null) {
            return type.equals("contact.registered.v1")
                    ? new KnownContact(id, data.path("owner").asString(actor), told(nothing(), data.path("facts")), false,
                            sequence) : null;
        }
        if (sequence <= before.version) {
            return before;
        }
        return switch (type) {
            case "contact.archived.v1", "contact.merged.v1" -> before.with(before.facts, true, sequence);
            case "contact.restored.v1", "contact.unmerged.v1" -> before.with(before.facts, false, sequence);
            case "contact.owner-assigned.v1" -> new KnownContact(id, data.path("owner").asString(before.owner),
                    before.facts, before.hidden, sequence);
            case "contact.erased.v1", "contact.withdrawn.v1" -> before.with(nothing(), true, sequence);
            default -> before.with(changed(before.facts, data), before.hidden, sequence);
        };
    }

    /** In lower case. */
    Set<String> addresses() {
        Set<String> found = new TreeSet<>();
        collectAddresses(facts, found);
        return found;
    }

    Set<String> domains() {
        return addresses().stream().map(address -> address.substring(address.indexOf('@') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ids of those that it belongs to. */
    Set<String> customers() {
        Set<String> found = new TreeSet<>();
        collectCustomers(facts, found);
        return found;
    }

    private KnownContact with(ObjectNode newFacts, boolean nowHidden, long sequence) {
        return new KnownContact(id, owner, newFacts, nowHidden, sequence);
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode changed(ObjectNode before, JsonNode data) {
        ObjectNode after = told(before.deepCopy(), data.path("changed"));
        data.path("cleared").forEach(name -> after.remove(name.asString("")));
        return after;
    }

    private static ObjectNode told(ObjectNode facts, JsonNode said) {
        for (Map.Entry<String, JsonNode> fact : said.properties()) {
            if (BELONGING.contains(fact.getKey()) || holdsAddress(fact.getValue())) {
                facts.set(fact.getKey(), fact.getValue());
            } else {
                facts.remove(fact.getKey());
            }
        }
        return facts;
    }

    private static boolean holdsAddress(JsonNode value) {
        Set<String> found = new TreeSet<>();
        collectAddresses(value, found);
        return !found.isEmpty();
    }

    private static void collectAddresses(JsonNode value, Set<String> found) {
        if (value.isString()) {
            String text = value.stringValue().strip();
            if (ADDRESS.matcher(text).matches()) {
                found.add(text.toLowerCase(Locale.ROOT));
            }
        } else {
            value.forEach(part -> collectAddresses(part, found));
        }
    }

    private static void collectCustomers(JsonNode value, Set<String> found) {
        if (value.path(CUSTOMER).isString()) {
            found.add(value.path(CUSTOMER).stringValue());
        }
        value.forEach(part -> {
            if (part.isContainer()) {
                collectCustomers(part, found);
            }
        });
    }
}
