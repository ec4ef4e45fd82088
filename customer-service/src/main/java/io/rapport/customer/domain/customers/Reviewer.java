package io.rapport.customer.domain.customers;

import io.rapport.contracts.rights.Role;

import java.util.Set;

/**
 * Who decides about a customer that waits for approval.
 *
 * @param team path of the person's team; null for one who sees everything
 */
public record Reviewer(String name, Set<Role> roles, String team) {

    public Reviewer {
        roles = Set.copyOf(roles);
    }

    /** Whether it is this person's office to decide about customers of a team; of no team: of any manager. */
    boolean mayReview(String customersTeam) {
        return roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.MANAGER)
                && (team == null || customersTeam == null || customersTeam.equals(team)
                        || customersTeam.startsWith(team + '/'));
    }
}
