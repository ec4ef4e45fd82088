-- Lists of jobs show the newest first, a creator's or everybody's.
CREATE INDEX job_newest ON job (queued_at DESC, id DESC);
CREATE INDEX job_newest_of_creator ON job (creator, queued_at DESC, id DESC);
