-- What a row of a file recognises an opportunity by. Written in the transaction of its own events.
CREATE TABLE opportunity_identity (
    opportunity_id text COLLATE "C" PRIMARY KEY,
    customer_id    text COLLATE "C" NOT NULL,
    name_key       text COLLATE "C" NOT NULL
);

CREATE INDEX opportunity_identity_of_customer ON opportunity_identity (customer_id, name_key);
