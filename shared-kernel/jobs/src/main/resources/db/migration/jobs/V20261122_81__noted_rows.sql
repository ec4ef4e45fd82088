-- Of rows that were taken it may be said what became of them.
ALTER TABLE job_refused_row ADD COLUMN taken boolean NOT NULL DEFAULT false;
ALTER TABLE job ADD COLUMN noted bigint NOT NULL DEFAULT 0;
