-- What a row of a file recognises a customer by, when it has no number or the number of one that exists. Written in the
-- transaction of the customer's own events, so that the same file twice finds what it brought the first time.
CREATE TABLE customer_identity (
    customer_id text COLLATE "C" PRIMARY KEY,
    number      text COLLATE "C" NOT NULL,
    name_key    text COLLATE "C" NOT NULL,
    phone_key   text COLLATE "C",
    email_key   text COLLATE "C"
);

CREATE INDEX customer_identity_number ON customer_identity (number);
CREATE INDEX customer_identity_name ON customer_identity (name_key);
