-- What users are told. The ids of one user grow in the order in which they can be seen: whoever writes one holds his
-- lock until the commit, so that a reader who has come to some id has missed none before it.
CREATE TABLE notification (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_name   text COLLATE "C" NOT NULL,
    kind        text COLLATE "C" NOT NULL,
    -- What it follows from: nobody is told of the same thing twice
    cause       text COLLATE "C" NOT NULL,
    record_kind text COLLATE "C" NOT NULL,
    record_id   text COLLATE "C" NOT NULL,
    actor       text,
    told_at     timestamptz NOT NULL,
    read_at     timestamptz,
    UNIQUE (user_name, cause)
);

CREATE INDEX notification_unread ON notification (user_name) WHERE read_at IS NULL;
CREATE INDEX notification_of_user ON notification (user_name, id DESC);

-- When an open task is due next; null when it is not open, has no day, or its assignee has been told.
ALTER TABLE task_schedule ADD COLUMN due_at timestamptz;

CREATE INDEX task_schedule_due_at ON task_schedule (due_at) WHERE due_at IS NOT NULL;
