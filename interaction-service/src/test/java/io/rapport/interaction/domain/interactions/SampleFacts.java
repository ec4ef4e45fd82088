package io.rapport.interaction.domain.interactions;

import java.time.Instant;
import java.util.List;

/** Facts that tests tell of. */
public final class SampleFacts {

    public static final String CUSTOMER = "0198c0de-0000-7000-8000-000000000001";
    public static final String CONTACT = "0198c0de-0000-7000-8000-000000000002";
    public static final String OPPORTUNITY = "0198c0de-0000-7000-8000-000000000004";

    private SampleFacts() {
    }

    /** What was known of an interaction before participants and outcomes were; each may be null. */
    public static InteractionFacts of(String kind, Instant time, String subject, String text, String customerId,
                                      String contactId) {
        return new InteractionFacts(kind, time, subject, text, customerId, contactId, null, null, null, null, null,
                null, null, null);
    }

    /** A mail of which everything is known. */
    public static InteractionFacts mail() {
        return new InteractionFacts("EMAIL", Instant.parse("2026-03-01T08:00:00Z"), "报价", "见附件", CUSTOMER, CONTACT,
                "INBOUND", 90, "INTERESTED", List.of(
                        new Participant(CONTACT, "zhang@huawei.com", "张伟", "FROM"),
                        new Participant(null, "someone@example.com", null, "CC")),
                OPPORTUNITY, List.of("重点"), List.of("报价.pdf"), "<1@huawei.com>");
    }
}
