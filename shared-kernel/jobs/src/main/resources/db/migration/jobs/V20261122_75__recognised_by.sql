-- What the rows of a file are recognised by, where the user chose it.
ALTER TABLE job ADD COLUMN recognised_by text;
