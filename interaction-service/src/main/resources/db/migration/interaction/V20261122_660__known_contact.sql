-- By which addresses contacts, which another service owns, are known; filled from that service's topic.
CREATE TABLE known_contact (
    id         text COLLATE "C" PRIMARY KEY,
    owner      text COLLATE "C",
    facts      jsonb NOT NULL,
    customers  text[] NOT NULL,
    addresses  text[] NOT NULL,
    domains    text[] NOT NULL,
    hidden     boolean NOT NULL,
    version    bigint NOT NULL
);
CREATE INDEX known_contact_address ON known_contact USING gin (addresses) WHERE NOT hidden;
CREATE INDEX known_contact_domain ON known_contact USING gin (domains) WHERE NOT hidden;

-- How far each partition of the topic was read; written with the rows.
CREATE TABLE known_contact_position (
    partition   integer PRIMARY KEY,
    next_offset bigint NOT NULL
);
