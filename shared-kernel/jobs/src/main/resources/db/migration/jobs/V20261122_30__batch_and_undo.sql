-- Jobs that edit many records, and jobs that take others back. Only imports have a file.
ALTER TABLE job ADD COLUMN task text NOT NULL DEFAULT 'IMPORT';
ALTER TABLE job ALTER COLUMN task DROP DEFAULT;
ALTER TABLE job ALTER COLUMN file_format DROP NOT NULL;
ALTER TABLE job ADD COLUMN edit text;
ALTER TABLE job ADD COLUMN undoes text UNIQUE REFERENCES job;
ALTER TABLE job ADD COLUMN undone_by text REFERENCES job;

-- What a job did to each record: from which version to which. Kept as long as the job can be undone.
CREATE TABLE job_change (
    job_id         text   NOT NULL REFERENCES job ON DELETE CASCADE,
    record_id      text COLLATE "C" NOT NULL,
    place          bigint NOT NULL,
    version_before bigint NOT NULL,
    version_after  bigint NOT NULL,
    -- Somebody else changed the record between two changes of the job.
    interrupted    boolean NOT NULL DEFAULT false,
    PRIMARY KEY (job_id, record_id)
);

-- The records that a batch or an undo goes over; deleted when the job is done.
CREATE TABLE job_record (
    job_id    text   NOT NULL REFERENCES job ON DELETE CASCADE,
    place     bigint NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    version   bigint,
    PRIMARY KEY (job_id, place),
    UNIQUE (job_id, record_id)
);
