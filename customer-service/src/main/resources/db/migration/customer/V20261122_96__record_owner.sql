-- Who owns each record, for rights: what belongs to a customer is also seen by whoever sees the customer. Written with the
-- rest of the row. No index: a row is found by its record.
ALTER TABLE customer_identity ADD COLUMN owner text COLLATE "C";
ALTER TABLE opportunity_identity ADD COLUMN owner text COLLATE "C";
ALTER TABLE customer_order ADD COLUMN owner text COLLATE "C";

-- Records from before: the last word of their events.
CREATE TEMPORARY TABLE last_owner ON COMMIT DROP AS
WITH said AS (
    SELECT aggregate_identifier AS id, sequence_number AS n,
           CASE WHEN payload_type IN ('customer.absorbed', 'customer.released')
                THEN convert_from(payload, 'UTF8')::jsonb -> 'values' -> 'assignment'
                ELSE convert_from(payload, 'UTF8')::jsonb END AS assignment
    FROM domain_event
    WHERE payload_type IN ('customer.registered', 'customer.owner-assigned', 'customer.absorbed', 'customer.released',
                           'opportunity.opened', 'opportunity.owner-assigned', 'order.placed', 'order.owner-assigned')
)
SELECT DISTINCT ON (id) id, assignment ->> 'owner' AS owner FROM said
WHERE jsonb_typeof(assignment) = 'object' ORDER BY id, n DESC;

UPDATE customer_identity SET owner = last_owner.owner FROM last_owner WHERE id = customer_id;
UPDATE opportunity_identity SET owner = last_owner.owner FROM last_owner WHERE id = opportunity_id;
UPDATE customer_order SET owner = last_owner.owner FROM last_owner WHERE id = order_id;
