package io.rapport.customer.api.directory;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.directory.TeamDefinition;

import java.util.Map;

/**
 * A team as an administrator writes it.
 *
 * @param path   may be left out; the address says it
 * @param active null: yes
 */
record TeamRequest(String path, Map<String, String> label, Boolean active) {

    /** @throws Refusal INVALID when the body names another team than the address */
    TeamDefinition definition(String addressed) {
        if (path != null && !path.equals(addressed)) {
            throw Refusal.of(Refusal.Kind.INVALID, "path", "key-fixed");
        }
        return new TeamDefinition(addressed, label, active == null || active);
    }
}
