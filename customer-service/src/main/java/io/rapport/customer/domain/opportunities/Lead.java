package io.rapport.customer.domain.opportunities;

import io.rapport.values.Choice;
import io.rapport.values.FactSheet;

/**
 * What an opportunity was made of 线索转化. Kept with the opportunity as it was then, whatever becomes of the lead.
 *
 * @param kind   a code of {@link #KINDS}
 * @param id     the record of that kind
 * @param source 来源 of the lead; null when unknown
 */
public record Lead(String kind, String id, String source) {

    /** What can turn into an opportunity. */
    public static final Choice KINDS = Choice.of("customer", "contact", "interaction", "campaign");

    static final FactSheet<Lead> SHEET = FactSheet.of(Lead.class);

    private static final String CUSTOMER = "customer";

    boolean isCustomer() {
        return CUSTOMER.equals(kind);
    }

    Lead from(String knownSource) {
        return new Lead(kind, id, knownSource);
    }
}
