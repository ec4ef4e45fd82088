-- The custom fields that administrators have defined in the customer service; filled from its topic.
CREATE TABLE known_custom_field (
    id         text COLLATE "C" PRIMARY KEY,
    version    bigint NOT NULL,
    definition text
);

-- Definitions stand among what was read already: the topic is read again, and what is known is known.
DELETE FROM known_customer_position;

-- By which numbers and names customers are called.
CREATE TABLE known_customer_name (
    customer_id text COLLATE "C" PRIMARY KEY,
    number      text COLLATE "C",
    name_key    text COLLATE "C",
    version     bigint NOT NULL
);
CREATE INDEX known_customer_name_number ON known_customer_name (number);
CREATE INDEX known_customer_name_key ON known_customer_name USING hash (name_key);
