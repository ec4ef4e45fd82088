-- Rules about new records may ask for the roles of whoever enters them. Of jobs from before they are not known.
ALTER TABLE job ADD COLUMN creator_roles text[] NOT NULL DEFAULT '{}';
