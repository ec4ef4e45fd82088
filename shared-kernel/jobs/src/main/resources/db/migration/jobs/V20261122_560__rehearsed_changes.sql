-- What a dry run found that rows of its file would change. Kept for the first of them, and for a day or two: it holds
-- what people entered.
CREATE TABLE job_rehearsed_change (
    job_id    text   NOT NULL REFERENCES job ON DELETE CASCADE,
    line      bigint NOT NULL,
    record_id text   NOT NULL,
    number    text,
    name      text,
    fields    text   NOT NULL,
    PRIMARY KEY (job_id, line)
);
