package io.rapport.interaction.api.tasks;

import io.rapport.contracts.rights.Role;
import io.rapport.interaction.RunningInteractionService;
import io.rapport.knowncustomers.BelongingMatrix;
import io.rapport.rights.Kind;
import io.rapport.rights.autoconfiguration.DirectoryFeed;
import io.rapport.testing.Tokens;
import io.rapport.testing.http.RapportClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import java.util.stream.Stream;

import static io.rapport.testing.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may enter, change and give away tasks. */
class TaskRightsTest extends RunningInteractionService {

    private static final String TASKS = "/api/tasks";

    @Autowired DirectoryFeed directory;
    @Autowired Environment environment;

    @TestFactory
    Stream<DynamicTest> everyRoleGetsFromEveryRecordWhatItsReachSays() {
        return new BelongingMatrix(Kind.TASK, "interaction-service", TASKS, "\"title\":\"x\"", this::as, customers())
                .inDirectory(directory, environment).tests();
    }

    @Test
    void whoMayAssignGivesTasksToThoseWhoseRecordsHeAssigns() {
        RapportClient rep = as(Tokens.of(Role.REP, "matrix-colleague", "/matrix/east"));
        RapportClient administrator = as(Tokens.administrator());
        assertProblem(rep.post(TASKS, "{\"title\":\"x\",\"assignee\":\"lisi\"}"), 403);
        String path = administrator.post(TASKS, "{\"title\":\"x\",\"assignee\":\"matrix-colleague\"}")
                .header("Location").orElseThrow();

        assertThat(rep.patch(path, "{\"note\":\"mine\"}").status()).isEqualTo(204);
        assertProblem(rep.post(path + "/reassign", "{\"assignee\":\"lisi\"}"), 403);
        assertProblem(rep.patch(path, "{\"assignee\":\"lisi\"}"), 403);
        assertThat(administrator.post(path + "/reassign", "{\"assignee\":\"lisi\"}").status()).isEqualTo(204);
        assertProblem(rep.patch(path, "{\"note\":\"mine\"}"), 404);
    }
}
