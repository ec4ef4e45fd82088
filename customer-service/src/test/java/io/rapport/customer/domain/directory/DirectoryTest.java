package io.rapport.customer.domain.directory;

import io.rapport.contracts.refusal.Refusal;
import org.assertj.core.api.AbstractListAssert;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DirectoryTest {

    private static final TeamDefinition EAST = team("/east", true);
    private static final TeamDefinition SHANGHAI = team("/east/shanghai", true);
    private static final UserDefinition ZHANGSAN = user("zhangsan", "/east/shanghai", "rep");
    private static final UserDefinition ADMIN = user("admin", null, "administrator");

    private final List<UserDefinition> users = new ArrayList<>(List.of(ZHANGSAN, ADMIN));
    private final List<TeamDefinition> teams = new ArrayList<>(List.of(EAST, SHANGHAI));
    private final DirectoryEntries directory = new DirectoryEntries() {
        @Override
        public List<UserDefinition> users() {
            return users;
        }

        @Override
        public List<TeamDefinition> teams() {
            return teams;
        }
    };

    @Test
    void aUserIsDefinedWholeAndTheSameAgainIsNoEvent() {
        assertThat(User.decide(null, ZHANGSAN, directory)).containsExactly(new UserEvent.Defined(ZHANGSAN));
        assertThat(User.decide(ZHANGSAN, user("zhangsan", "/east/shanghai", "rep", "rep"), directory)).isEmpty();
        assertThat(User.evolve(new UserEvent.Defined(ZHANGSAN))).isEqualTo(ZHANGSAN);
    }

    @Test
    void everyReasonAgainstAUserIsGivenAtOnce() {
        refusedUser(null, new UserDefinition("zhang san", " ", List.of(), "/west", true))
                .containsExactlyInAnyOrder("name user-name-invalid", "displayName required", "roles required",
                        "team team-unknown");
        refusedUser(null, user("a/b", null, "king")).containsExactly("name user-name-invalid", "roles role-unknown");
        assertThat(User.decide(null, user("auth0|5f7c8ec7c33c6c004bbafe82", null, "rep"), directory)).hasSize(1);
        assertThat(User.decide(null, user("张三@example.com", null, "rep"), directory)).hasSize(1);
    }

    @Test
    void nobodyIsPutIntoATeamOutOfUseButWhoLeftMayHaveBeenInIt() {
        teams.set(1, SHANGHAI.retired());
        refusedUser(null, ZHANGSAN).containsExactly("team team-unknown");
        var left = new UserDefinition("zhangsan", "zhangsan", List.of("rep"), "/east/shanghai", false);
        assertThat(User.decide(ZHANGSAN, left, directory)).hasSize(1);
    }

    @Test
    void anOwnerFilterNamesTeamsThatAreThereAndPeople() {
        assertThat(User.decide(null, program("/east", "lisi"), directory)).hasSize(1);
        assertThat(User.decide(program(), program(), directory)).isEmpty();
        refusedUser(null, program("/west")).containsExactly("ownerFilter owner-filter-unknown");
        refusedUser(null, program("li si")).containsExactly("ownerFilter owner-filter-unknown");
    }

    private static UserDefinition program(String... owners) {
        return new UserDefinition("erp", "ERP", List.of("integration"), null, true, List.of(owners));
    }

    @Test
    void anAdministratorRemains() {
        var rep = user("admin", null, "rep");
        refusedUser(ADMIN, rep).containsExactly("roles last-administrator");
        refusedUser(ADMIN, new UserDefinition("admin", "admin", ADMIN.roles(), null, false))
                .containsExactly("active last-administrator");
        users.add(user("second", null, "administrator"));
        assertThat(User.decide(ADMIN, rep, directory)).hasSize(1);
        users.clear();
        assertThat(User.decide(null, ZHANGSAN, directory)).as("administrators may be known to the provider alone")
                .hasSize(1);
    }

    @Test
    void aTeamIsDefinedBelowOneThatIsThere() {
        assertThat(Team.decide(null, team("/east/苏州", true), directory)).hasSize(1);
        assertThat(Team.decide(SHANGHAI, team("/east/shanghai", true), directory)).isEmpty();
        refusedTeam(null, team("/west/chengdu", true)).containsExactly("path team-above-unknown");
        refusedTeam(null, new TeamDefinition("/east//x", Map.of(), true))
                .contains("path team-invalid", "label required");
        refusedTeam(null, new TeamDefinition("/", Map.of("en", "x"), true)).containsExactly("path team-invalid");
    }

    @Test
    void aTeamIsRetiredWhenNobodyIsLeftInIt() {
        refusedTeam(SHANGHAI, SHANGHAI.retired()).containsExactly("active team-in-use");
        refusedTeam(EAST, EAST.retired()).containsExactly("active team-in-use");
        users.clear();
        assertThat(Team.decide(SHANGHAI, SHANGHAI.retired(), directory))
                .containsExactly(new TeamEvent.Defined(SHANGHAI.retired()));
        teams.set(1, SHANGHAI.retired());
        assertThat(Team.decide(EAST, EAST.retired(), directory)).hasSize(1);
        teams.set(0, EAST.retired());
        refusedTeam(SHANGHAI.retired(), SHANGHAI).containsExactly("path team-above-unknown");
    }

    private AbstractListAssert<?, List<? extends String>, String, ?> refusedUser(UserDefinition before,
                                                                                 UserDefinition after) {
        return reasons(catchThrowableOfType(Refusal.class, () -> User.decide(before, after, directory)));
    }

    private AbstractListAssert<?, List<? extends String>, String, ?> refusedTeam(TeamDefinition before,
                                                                                 TeamDefinition after) {
        return reasons(catchThrowableOfType(Refusal.class, () -> Team.decide(before, after, directory)));
    }

    private static AbstractListAssert<?, List<? extends String>, String, ?> reasons(Refusal refusal) {
        return assertThat(refusal.errors()).extracting(error -> error.field() + ' ' + error.code());
    }

    private static UserDefinition user(String name, String team, String... roles) {
        return new UserDefinition(name, name, List.of(roles), team, true);
    }

    private static TeamDefinition team(String path, boolean active) {
        return new TeamDefinition(path, Map.of("en", path), active);
    }
}
