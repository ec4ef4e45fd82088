package io.rapport.customer.application.directory;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.domain.directory.TeamCommand;
import io.rapport.customer.domain.directory.TeamDefinition;
import io.rapport.customer.domain.directory.UserCommand;
import io.rapport.customer.domain.directory.UserDefinition;
import io.rapport.eventstore.CommandContext;
import io.rapport.eventstore.Commands;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * The users of the identity provider for one machine, and their teams: defined when the platform starts for the first
 * time. What an administrator has made of them since stays.
 */
@Component
@ConditionalOnProperty("rapport.identity.local")
class LocalDirectory implements ApplicationRunner {

    private static final CommandContext CONTEXT =
            new CommandContext("platform", null, "first start", "first-start", null);

    /** Those above first. */
    private static final List<TeamDefinition> TEAMS = List.of(
            team("/east", "华东", "華東", "East"),
            team("/east/shanghai", "上海", "上海", "Shanghai"),
            team("/north", "华北", "華北", "North"),
            team("/north/beijing", "北京", "北京", "Beijing"));

    private static final List<UserDefinition> USERS = List.of(
            user("admin", "管理员", Role.ADMINISTRATOR, null),
            user("manager", "王经理", Role.MANAGER, "/east"),
            user("zhangsan", "张三", Role.REP, "/east/shanghai"),
            user("lisi", "李四", Role.REP, "/north/beijing"),
            user("analyst", "赵分析", Role.ANALYST, null),
            user("service", "孙客服", Role.SERVICE, null),
            user("marketer", "周市场", Role.MARKETER, null));

    private final AdministeredDirectory directory;
    private final Commands commands;

    LocalDirectory(AdministeredDirectory directory, Commands commands) {
        this.directory = directory;
        this.commands = commands;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        TEAMS.forEach(team -> defineOnce(directory.teamSettings(), TeamCommand.idOf(team.path()),
                new TeamCommand.Define(TeamCommand.idOf(team.path()), team)));
        USERS.forEach(user -> defineOnce(directory.userSettings(), UserCommand.idOf(user.name()),
                new UserCommand.Define(UserCommand.idOf(user.name()), user)));
    }

    private void defineOnce(PresentSettings<?> settings, String id, Object definition) {
        if (!settings.everStored(id)) {
            commands.execute(definition, CONTEXT);
        }
    }

    private static TeamDefinition team(String path, String simplified, String traditional, String english) {
        return new TeamDefinition(path, Map.of("zh-CN", simplified, "zh-TW", traditional, "en", english), true);
    }

    private static UserDefinition user(String name, String displayName, Role role, String team) {
        return new UserDefinition(name, displayName, List.of(role.code()), team, true);
    }
}
