-- What this service needs to know of customers, which another service owns; filled from that service's topic.
CREATE TABLE known_customer (
    id          text COLLATE "C" PRIMARY KEY,
    owner       text COLLATE "C",
    archived    boolean NOT NULL,
    merged_into text COLLATE "C",
    withdrawn   boolean NOT NULL,
    version     bigint NOT NULL
);

-- How far each partition of the topic was read; written with the rows.
CREATE TABLE known_customer_position (
    partition   integer PRIMARY KEY,
    next_offset bigint NOT NULL
);
