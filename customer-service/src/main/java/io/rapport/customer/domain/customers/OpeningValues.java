package io.rapport.customer.domain.customers;

import io.rapport.contracts.Money;

import java.time.LocalDate;

/**
 * What a spreadsheet knew of things that are derived here. Shown until a real contact, interaction or opportunity
 * exists.
 *
 * @param contactName       name of the person to speak to; null when unknown
 * @param lastInteractionAt day of the last interaction; null when unknown
 * @param opportunityAmount open opportunity amount; null when unknown
 */
public record OpeningValues(String contactName, LocalDate lastInteractionAt, Money opportunityAmount) {
}
