-- What loyalty needs to know of orders and redemptions. Written in the transaction of their events, so that a redemption
-- is decided on everything committed before it; points themselves are kept nowhere, they follow from the rules.
CREATE TABLE customer_order (
    order_id    text COLLATE "C" PRIMARY KEY,
    customer_id text COLLATE "C" NOT NULL,
    number      text NOT NULL,
    ordered_at  date NOT NULL,
    amount      numeric NOT NULL,
    currency    text COLLATE "C" NOT NULL,
    cancelled   boolean NOT NULL DEFAULT false,
    archived    boolean NOT NULL DEFAULT false
);

CREATE INDEX customer_order_customer ON customer_order (customer_id);

CREATE TABLE loyalty_redemption (
    redemption_id text COLLATE "C" PRIMARY KEY,
    customer_id   text COLLATE "C" NOT NULL,
    points        bigint NOT NULL,
    reward        text,
    made_at       timestamptz NOT NULL,
    made_by       text,
    taken_back_at timestamptz,
    taken_back_by text,
    reason        text
);

CREATE INDEX loyalty_redemption_customer ON loyalty_redemption (customer_id);

-- Who answers for a merged customer: what belongs to it keeps its reference and counts for the other.
CREATE TABLE customer_answering (
    customer_id  text COLLATE "C" PRIMARY KEY,
    answering_id text COLLATE "C" NOT NULL
);

CREATE INDEX customer_answering_by ON customer_answering (answering_id);
