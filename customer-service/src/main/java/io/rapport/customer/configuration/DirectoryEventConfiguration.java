package io.rapport.customer.configuration;

import io.rapport.customer.domain.directory.RightsEvent;
import io.rapport.customer.domain.directory.RightsSetting;
import io.rapport.customer.domain.directory.Team;
import io.rapport.customer.domain.directory.TeamEvent;
import io.rapport.customer.domain.directory.User;
import io.rapport.customer.domain.directory.UserEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which names the events of users, teams and rights are stored. */
@Configuration(proxyBeanMethods = false)
class DirectoryEventConfiguration {

    @Bean
    RecordType<User, UserEvent> userRecords(EventPublication<UserEvent> publication) {
        return RecordType.of("user", "1", User.class, UserEvent.class, publication)
                .event("user.defined", "1", UserEvent.Defined.class)
                .build();
    }

    @Bean
    RecordType<Team, TeamEvent> teamRecords(EventPublication<TeamEvent> publication) {
        return RecordType.of("team", "1", Team.class, TeamEvent.class, publication)
                .event("team.defined", "1", TeamEvent.Defined.class)
                .build();
    }

    @Bean
    RecordType<RightsSetting, RightsEvent> rightsRecords(EventPublication<RightsEvent> publication) {
        return RecordType.of("rights", "1", RightsSetting.class, RightsEvent.class, publication)
                .event("rights.defined", "1", RightsEvent.Defined.class)
                .build();
    }
}
