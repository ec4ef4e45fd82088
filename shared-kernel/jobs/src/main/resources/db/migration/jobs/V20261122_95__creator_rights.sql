-- What the token of whoever asked for a job said besides: it counts where the directory does not know him.
ALTER TABLE job
    ADD COLUMN creator_team   text,
    ADD COLUMN creator_scopes text[] NOT NULL DEFAULT '{}';
