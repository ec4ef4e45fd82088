package io.rapport.eventstore;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.note.NoteCommand.Reword;
import io.rapport.eventstore.note.NoteCommand.Write;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnRealServers
class WitnessedCommandsTest {

    private static final CommandContext CONTEXT = new CommandContext("zhangsan", null, "request", "corr-1", null);

    @Autowired Commands commands;
    @Autowired JdbcTemplate jdbc;

    private final Seen seen = new Seen();
    private final String id = RecordIds.next();

    private static final class Seen implements CommandWitness {

        private final List<Recorded> decided = new ArrayList<>();
        private RuntimeException failure;
        private int notConfirmed;

        @Override
        public void beforeCommit(Recorded recorded) {
            if (failure != null) {
                throw failure;
            }
            decided.add(recorded);
        }

        @Override
        public void notConfirmed() {
            notConfirmed++;
        }
    }

    @Test
    void whatChangesIsSeenOnceAndWhatDoesNotIsNot() {
        Commands witnessed = commands.witnessedBy(seen);
        Recorded written = witnessed.execute(new Write(id, "N-" + id, "hello", null), CONTEXT);
        witnessed.execute(new Reword(id, null, "hello"), CONTEXT);
        assertThatThrownBy(() -> witnessed.execute(new Reword(id, 7L, "x"), CONTEXT)).isInstanceOf(Refusal.class);
        Recorded reworded = witnessed.executeOnce("key-" + id, "d", new Reword(id, null, "goodbye"), CONTEXT);
        assertThat(witnessed.executeOnce("key-" + id, "d", new Reword(id, null, "goodbye"), CONTEXT)).isEqualTo(reworded);

        assertThat(seen.decided).containsExactly(written, reworded);
        assertThat(seen.notConfirmed).isZero();
    }

    @Test
    void whatTheWitnessRefusesDoesNotHappen() {
        seen.failure = new IllegalStateException("cannot be noted");

        assertThatThrownBy(() -> commands.witnessedBy(seen)
                .executeOnce("key-" + id, "d", new Write(id, "N-" + id, "hello", null), CONTEXT)).isSameAs(seen.failure);

        assertThat(stored()).isZero();
        assertThat(seen.notConfirmed).isZero();
        seen.failure = null;
        commands.witnessedBy(seen).executeOnce("key-" + id, "d", new Write(id, "N-" + id, "hello", null), CONTEXT);
        assertThat(stored()).isOne();
    }

    @Test
    void aCommandThatIsTriedAgainIsSeenOnce() {
        commands.execute(new Write(id, "N-" + id, "hello", null), CONTEXT);

        // Sequences keep what a transaction took from them that was rolled back: only the first try fails.
        whileStoringFails("40001", "nextval('tries') = 1", () ->
                commands.witnessedBy(seen).execute(new Reword(id, null, "x"), CONTEXT));

        assertThat(seen.decided).hasSize(1);
        assertThat(seen.notConfirmed).isZero();
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void whatIsSeenAndThenCannotBeStoredIsReported() {
        commands.execute(new Write(id, "N-" + id, "hello", null), CONTEXT);

        whileStoringFails("53100", "true", () -> assertThatThrownBy(() ->
                commands.witnessedBy(seen).execute(new Reword(id, null, "x"), CONTEXT))
                .isInstanceOf(RuntimeException.class));

        assertThat(seen.decided).hasSize(1);
        assertThat(seen.notConfirmed).isOne();
        assertThat(stored()).isOne();
    }

    private void whileStoringFails(String state, String when, Runnable work) {
        jdbc.execute("CREATE SEQUENCE tries");
        jdbc.execute("CREATE FUNCTION failing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF " + when
                + " THEN RAISE EXCEPTION 'failing' USING ERRCODE = '" + state + "'; END IF; RETURN NEW; END $$");
        jdbc.execute("CREATE TRIGGER failing BEFORE INSERT ON domain_event FOR EACH ROW WHEN (NEW.aggregate_identifier = '"
                + id + "') EXECUTE FUNCTION failing()");
        try {
            work.run();
        } finally {
            jdbc.execute("DROP TRIGGER failing ON domain_event; DROP FUNCTION failing; DROP SEQUENCE tries");
        }
    }

    private int stored() {
        return jdbc.queryForObject("SELECT count(*) FROM domain_event WHERE aggregate_identifier = ?", Integer.class, id);
    }
}
