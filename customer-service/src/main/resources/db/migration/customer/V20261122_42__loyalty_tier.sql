-- Customers whose tier may have become another. Rows are only added and taken away, so that those who place orders of one
-- customer at the same time do not wait for each other. Null stands for every customer that has orders.
CREATE TABLE loyalty_due (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id text COLLATE "C"
);

-- The tier that the customer's own events tell.
CREATE TABLE customer_tier (
    customer_id text COLLATE "C" PRIMARY KEY,
    tier        text
);

-- The day whose rules all tiers follow; one row.
CREATE TABLE loyalty_day (
    day date NOT NULL
);

INSERT INTO loyalty_day (day) VALUES ((now() AT TIME ZONE 'UTC')::date);
