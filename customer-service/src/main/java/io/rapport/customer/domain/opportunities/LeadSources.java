package io.rapport.customer.domain.opportunities;

/** Where leads came from. */
@FunctionalInterface
public interface LeadSources {

    /** The source 来源 noted on a customer; null when there is none, or no such customer. */
    String ofCustomer(String customerId);
}
