-- The trail as it was read from its topic: one row for each entry, each sealed together with all before it.
CREATE TABLE trail_entry (
    sequence     bigint PRIMARY KEY,
    topic_offset bigint NOT NULL,
    id           text COLLATE "C" NOT NULL UNIQUE,
    at           timestamptz NOT NULL,
    who          text COLLATE "C" NOT NULL,
    action       text COLLATE "C" NOT NULL,
    kind         text COLLATE "C",
    records      text[] NOT NULL,
    details      text NOT NULL,
    request_id   text,
    hash         bytea NOT NULL
);

CREATE INDEX trail_entry_who ON trail_entry (who, sequence);
CREATE INDEX trail_entry_action ON trail_entry (action, sequence);
CREATE INDEX trail_entry_records ON trail_entry USING gin (records);
CREATE INDEX trail_entry_at ON trail_entry USING brin (at);

CREATE FUNCTION trail_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the trail is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER trail_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_entry
    FOR EACH STATEMENT EXECUTE FUNCTION trail_is_append_only();

-- How far the topic was read, and the last seal: one row, locked while entries are added.
CREATE TABLE trail_head (
    single      boolean PRIMARY KEY DEFAULT true CHECK (single),
    next_offset bigint NOT NULL,
    sequence    bigint NOT NULL,
    hash        bytea NOT NULL
);

INSERT INTO trail_head (next_offset, sequence, hash) VALUES (0, 0, decode(repeat('00', 32), 'hex'));
