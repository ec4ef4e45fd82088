package io.rapport.reporting.belonging;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The records of a customer are spread over a fixed number of buckets, so that one that changes costs a look at its own
 * bucket only, however many there are. A record stays for good in the buckets of all customers it has ever belonged to:
 * whoever moves it has both customers at hand, also after a crash.
 */
public final class Buckets {

    /** Name of the field in every document that belongs to a customer. */
    public static final String FIELD = "buckets";

    /** Name of the field in every such document that says who owns its customer. */
    public static final String HOLD = "customerHold";

    /** So that 64 buckets are told apart; changing it means to fill the read models anew. */
    private static final int BITS = 6;

    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private Buckets() {
    }

    /** One bucket of one customer, named by {@link #name()}. */
    public record Bucket(String customerId, String number) {

        /** As one text, unique over all customers. */
        public String name() {
            return customerId + '/' + number;
        }

        public static Bucket of(String name) {
            int slash = name.lastIndexOf('/');
            return new Bucket(name.substring(0, slash), name.substring(slash + 1));
        }
    }

    /** All buckets that records of a customer may be in. */
    public static List<Bucket> allOf(String customerId) {
        return IntStream.range(0, 1 << BITS)
                .mapToObj(number -> new Bucket(customerId, Integer.toHexString(number))).toList();
    }

    /** Puts a document that is JSON into the buckets of the customers that it belongs to now. */
    public static void remember(ObjectNode document) {
        remember(document, document.path("customerId").asString(""));
        document.path("customerIds").valueStream().forEach(id -> remember(document, id.asString("")));
    }

    private static void remember(ObjectNode document, String customerId) {
        if (customerId.isEmpty()) {
            return;
        }
        String name = new Bucket(customerId, numberOf(document.path("id").asString(""))).name();
        ArrayNode buckets = document.withArray(FIELD);
        if (buckets.valueStream().noneMatch(bucket -> bucket.asString().equals(name))) {
            buckets.add(name);
        }
    }

    private static String numberOf(String recordId) {
        return Integer.toHexString(recordId.hashCode() * GOLDEN_RATIO >>> Integer.SIZE - BITS);
    }
}
