-- Tasks as they stand now, for calendars and for what becomes due: written in the transaction of their own events.
CREATE TABLE task_schedule (
    task_id   text COLLATE "C" PRIMARY KEY,
    assignee  text COLLATE "C" NOT NULL,
    due       date,
    -- JSON of the state
    state     text        NOT NULL,
    version   bigint      NOT NULL,
    opened_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE INDEX task_schedule_assignee ON task_schedule (assignee, due);

-- Whose tasks whoever has the secret address may read. Only its digest is kept; opening another one ends the former.
CREATE TABLE calendar_feed (
    user_name     text COLLATE "C" PRIMARY KEY,
    secret_digest bytea       NOT NULL UNIQUE,
    -- What the token said when the feed was opened; counts for users whom the directory does not know
    roles         text        NOT NULL,
    team          text,
    opened_at     timestamptz NOT NULL DEFAULT now()
);
