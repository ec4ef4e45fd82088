package io.rapport.customer.domain.directory;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Role;
import io.rapport.values.FieldErrors;
import io.rapport.values.LocalizedLabel;
import io.rapport.values.TextRule;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rule book of the directory. */
final class DirectoryPolicies {

    /** Providers name people in many ways: by account, by address, by a number of their own. */
    private static final Pattern USER_NAME = Pattern.compile("[^\\p{C}\\p{Z}/]{1,100}");
    private static final Pattern TEAM_PATH = Pattern.compile("(/[^/\\p{C}\\p{Z}]{1,50}){1,10}");
    private static final int MOST_OWNERS = 100;
    private static final TextRule DISPLAY_NAME = TextRule.line(100);
    private static final String ROLES =
            Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));

    private DirectoryPolicies() {
    }

    static void userKeepsTheRules(UserDefinition user, FieldErrors errors) {
        if (!USER_NAME.matcher(user.name()).matches()) {
            errors.add("name", "user-name-invalid");
        }
        DISPLAY_NAME.checkGiven("displayName", user.displayName(), errors);
        List<String> roles = user.roles();
        if (roles.isEmpty()) {
            errors.add("roles", "required");
        }
        roles.stream().filter(code -> Arrays.stream(Role.values()).noneMatch(role -> role.code().equals(code)))
                .forEach(code -> errors.add("roles", "role-unknown", ROLES));
    }

    /** Whoever is put into a team, or works on in one: of one who left it does not matter. */
    static void theTeamIsThere(UserDefinition user, DirectoryEntries directory, FieldErrors errors) {
        if (user.team() != null && user.active() && !isInUse(user.team(), directory)) {
            errors.add("team", "team-unknown");
        }
    }

    /** People need not be in the directory: who is known to the provider alone owns records too. */
    static void theOwnerFilterNamesOwners(UserDefinition user, DirectoryEntries directory, FieldErrors errors) {
        List<String> owners = user.ownerFilter() == null ? List.of() : user.ownerFilter();
        if (owners.size() > MOST_OWNERS) {
            errors.add("ownerFilter", "owner-filter-too-long", MOST_OWNERS);
        }
        for (String owner : owners) {
            if (owner.startsWith("/") ? !isInUse(owner, directory) : !USER_NAME.matcher(owner).matches()) {
                errors.add("ownerFilter", "owner-filter-unknown");
                return;
            }
        }
    }

    /** Where the directory names administrators at all, one of them stays: else nobody could change it again. */
    static void anAdministratorRemains(UserDefinition before, UserDefinition after, DirectoryEntries directory,
                                       FieldErrors errors) {
        if (before != null && before.administers() && !after.administers() && directory.users().stream()
                .noneMatch(user -> user.administers() && !user.name().equals(after.name()))) {
            errors.add(after.active() ? "roles" : "active", "last-administrator");
        }
    }

    static void teamKeepsTheRules(TeamDefinition team, FieldErrors errors) {
        if (!TEAM_PATH.matcher(team.path()).matches()) {
            errors.add("path", "team-invalid");
        }
        LocalizedLabel.check("label", team.label(), errors);
    }

    static void theTeamAboveIsThere(TeamDefinition team, DirectoryEntries directory, FieldErrors errors) {
        if (team.active() && team.above() != null && !isInUse(team.above(), directory)) {
            errors.add("path", "team-above-unknown", team.above());
        }
    }

    /** @throws Refusal CONFLICT while somebody works in the team, or there are teams below it */
    static void nobodyIsLeftInARetiredTeam(TeamDefinition before, TeamDefinition after, DirectoryEntries directory) {
        if (before == null || !before.active() || after.active()) {
            return;
        }
        boolean used = directory.users().stream().anyMatch(user -> user.active() && after.path().equals(user.team()))
                || directory.teams().stream().anyMatch(team -> team.active() && after.isAbove(team.path()));
        if (used) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "active", "team-in-use");
        }
    }

    private static boolean isInUse(String path, DirectoryEntries directory) {
        return directory.teams().stream().anyMatch(team -> team.active() && team.path().equals(path));
    }
}
