-- Customers that no new record may belong to. All others are told by their first event in the store.
CREATE TABLE customer_out_of_use (
    customer_id text COLLATE "C" PRIMARY KEY
);

INSERT INTO customer_out_of_use (customer_id)
SELECT last.aggregate_identifier
FROM (SELECT DISTINCT ON (aggregate_identifier) aggregate_identifier, payload_type
      FROM domain_event
      WHERE payload_type IN ('customer.archived', 'customer.restored')
      ORDER BY aggregate_identifier, sequence_number DESC) last
WHERE last.payload_type = 'customer.archived';
