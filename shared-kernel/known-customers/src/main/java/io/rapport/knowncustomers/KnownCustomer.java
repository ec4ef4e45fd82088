package io.rapport.knowncustomers;

import tools.jackson.databind.JsonNode;

/**
 * What other services need to know of a customer.
 *
 * @param owner      user name; null for nobody
 * @param archived   out of use
 * @param mergedInto the customer that stands in its place; null where it stands for itself
 * @param withdrawn  taken back as if it had never been
 * @param version    the last event that is part of this and changed it
 */
public record KnownCustomer(String id, String owner, boolean archived, String mergedInto, boolean withdrawn,
                            long version) {

    /**
     * After an event of this customer. Events that came before, and those that say nothing of interest, change nothing.
     *
     * @param before   null before the first event
     * @param sequence of the event, from 1
     * @param data     of the event
     * @return null where nothing is known yet
     */
    public static KnownCustomer after(KnownCustomer before, String id, String type, long sequence, JsonNode data) {
        if (type.equals("customer.registered.v1")) {
            return before != null ? before
                    : new KnownCustomer(id, text(data, "owner"), false, null, false, sequence);
        }
        if (before == null || sequence <= before.version) {
            return before;
        }
        return switch (type) {
            case "customer.owner-assigned.v1" -> before.ownedBy(text(data, "owner"), sequence);
            // A merge may give the customer another owner; where it does not, it stays.
            case "customer.absorbed.v1", "customer.released.v1" -> data.hasNonNull("assigned")
                    ? before.ownedBy(text(data.get("assigned"), "owner"), sequence) : before;
            case "customer.archived.v1" -> new KnownCustomer(id, before.owner, true, before.mergedInto, false, sequence);
            case "customer.restored.v1" -> new KnownCustomer(id, before.owner, false, before.mergedInto, false, sequence);
            case "customer.merged.v1" ->
                    new KnownCustomer(id, before.owner, before.archived, text(data, "into"), false, sequence);
            case "customer.unmerged.v1" ->
                    new KnownCustomer(id, before.owner, before.archived, null, false, sequence);
            case "customer.withdrawn.v1" ->
                    new KnownCustomer(id, before.owner, before.archived, before.mergedInto, true, sequence);
            default -> before;
        };
    }

    private KnownCustomer ownedBy(String newOwner, long sequence) {
        return new KnownCustomer(id, newOwner, archived, mergedInto, withdrawn, sequence);
    }

    private static String text(JsonNode data, String field) {
        return data.path(field).asString(null);
    }
}
