package io.rapport.contact.domain;

import java.time.LocalDate;

/**
 * What a person is to a customer. One person may be several things to one customer.
 *
 * @param role     name of a {@link Role}; null where it is not known
 * @param position what the person is called there
 * @param from     first day; null where it is not known
 * @param to       last day; null while it lasts
 * @param primary  true for the customer that the person stands for first; null for the others
 */
public record CustomerLink(String customerId, String role, String position, LocalDate from, LocalDate to,
                           Boolean primary) {

    /** The part somebody has in a purchase: 决策者, 购买者, 影响者, 使用者, any other. */
    public enum Role { DECISION_MAKER, BUYER, INFLUENCER, USER, OTHER }
}
