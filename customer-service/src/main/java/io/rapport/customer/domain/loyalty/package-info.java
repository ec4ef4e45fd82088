/**
 * Loyalty 忠诚度: points that follow from orders by dated rules, tiers that follow from points, and redemptions. Points
 * are never stored: {@link io.rapport.customer.domain.loyalty.LoyaltyRules} computes them from the orders as they are.
 */
package io.rapport.customer.domain.loyalty;
