package io.rapport.customer.application.directory;

import io.rapport.customer.application.settings.PresentSettings;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.settings.Settings;
import io.rapport.customer.domain.directory.DirectoryEntries;
import io.rapport.customer.domain.directory.TeamDefinition;
import io.rapport.customer.domain.directory.TeamEvent;
import io.rapport.customer.domain.directory.UserDefinition;
import io.rapport.customer.domain.directory.UserEvent;
import org.springframework.stereotype.Component;

import java.util.List;

/** The users and teams that administrators have defined. What refers to another entry is checked against the table itself. */
@Component
public class AdministeredDirectory implements DirectoryEntries {

    private final PresentSettings<UserDefinition> users;
    private final PresentSettings<TeamDefinition> teams;

    AdministeredDirectory(Settings settings) {
        users = settings.keep("user", UserEvent.class, UserDefinition.class, event -> switch (event) {
            case UserEvent.Defined(UserDefinition definition) -> definition;
        });
        teams = settings.keep("team", TeamEvent.class, TeamDefinition.class, event -> switch (event) {
            case TeamEvent.Defined(TeamDefinition definition) -> definition;
        });
    }

    public PresentSettings<UserDefinition> userSettings() {
        return users;
    }

    public PresentSettings<TeamDefinition> teamSettings() {
        return teams;
    }

    @Override
    public List<UserDefinition> users() {
        return users.stored().stream().map(Setting::definition).toList();
    }

    @Override
    public List<TeamDefinition> teams() {
        return teams.stored().stream().map(Setting::definition).toList();
    }
}
