-- Long work over many records. What a job has done, and how far it is, changes in the same transaction as the records.
CREATE TABLE job (
    id              text PRIMARY KEY,
    record_kind     text        NOT NULL,
    creator         text        NOT NULL,
    correlation_id  text        NOT NULL,
    traceparent     text,
    state           text        NOT NULL,
    dry_run         boolean     NOT NULL,
    file_format     text        NOT NULL,
    headers         text[]      NOT NULL,
    mapping         text[]      NOT NULL,
    total           bigint      NOT NULL,
    done            bigint      NOT NULL DEFAULT 0,
    created         bigint      NOT NULL DEFAULT 0,
    updated         bigint      NOT NULL DEFAULT 0,
    unchanged       bigint      NOT NULL DEFAULT 0,
    refused         bigint      NOT NULL DEFAULT 0,
    busy_millis     bigint      NOT NULL DEFAULT 0,
    stop_requested  boolean     NOT NULL DEFAULT false,
    lease_owner     text,
    lease_until     timestamptz,
    idempotency_key text,
    request_digest  text,
    queued_at       timestamptz NOT NULL DEFAULT now(),
    ended_at        timestamptz,
    UNIQUE (creator, idempotency_key)
);

-- The runner looks here every second.
CREATE INDEX job_unfinished ON job (queued_at) WHERE state IN ('QUEUED', 'RUNNING');

-- The uploaded file, so that any instance can go on with it after a crash; deleted when the job is done.
CREATE TABLE job_file_part (
    job_id  text    NOT NULL REFERENCES job ON DELETE CASCADE,
    part    integer NOT NULL,
    content bytea   NOT NULL,
    PRIMARY KEY (job_id, part)
);
ALTER TABLE job_file_part ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE job_refused_row (
    job_id text   NOT NULL REFERENCES job ON DELETE CASCADE,
    line   bigint NOT NULL,
    cells  text[] NOT NULL,
    errors text   NOT NULL,
    PRIMARY KEY (job_id, line)
);

-- Which line of the file spoke for which record, so that no two lines contradict each other; deleted when the job is done.
CREATE TABLE job_row_key (
    job_id text   NOT NULL REFERENCES job ON DELETE CASCADE,
    key    text   NOT NULL,
    line   bigint NOT NULL,
    digest bytea  NOT NULL,
    PRIMARY KEY (job_id, key)
);
