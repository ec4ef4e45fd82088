-- What each customer holds of administered lists, to be counted before a value may vanish. No index: it is counted once
-- in a while, and without one an update stays on its page.
ALTER TABLE customer_identity
    ADD COLUMN type         text COLLATE "C",
    ADD COLUMN level        text COLLATE "C",
    ADD COLUMN sales_status text COLLATE "C",
    ADD COLUMN industry     text COLLATE "C",
    ADD COLUMN region       text COLLATE "C",
    ADD COLUMN source       text COLLATE "C";

-- Customers from before: the last word of their events on each field.
WITH said AS (
    SELECT aggregate_identifier AS id, sequence_number AS n, payload_type AS type,
           convert_from(payload, 'UTF8')::jsonb AS event
    FROM domain_event
    WHERE payload_type IN ('customer.registered', 'customer.facts-changed', 'customer.status-changed')
), facts AS (
    SELECT said.id, said.n, field.name,
           CASE WHEN said.event -> 'cleared' ? field.name THEN NULL
                ELSE coalesce(said.event -> 'facts' ->> field.name, said.event -> 'changed' ->> field.name) END AS value
    FROM said CROSS JOIN (VALUES ('type'), ('level'), ('industry'), ('region'), ('source')) AS field (name)
    WHERE said.event -> 'cleared' ? field.name OR said.event -> 'facts' ? field.name
       OR said.event -> 'changed' ? field.name
    UNION ALL
    SELECT id, n, 'sales_status', coalesce(event ->> 'salesStatus', event ->> 'to')
    FROM said WHERE type <> 'customer.facts-changed'
), latest AS (
    SELECT DISTINCT ON (id, name) id, name, value FROM facts ORDER BY id, name, n DESC
), present AS (
    SELECT id,
           max(value) FILTER (WHERE name = 'type') AS type,
           max(value) FILTER (WHERE name = 'level') AS level,
           max(value) FILTER (WHERE name = 'sales_status') AS sales_status,
           max(value) FILTER (WHERE name = 'industry') AS industry,
           max(value) FILTER (WHERE name = 'region') AS region,
           max(value) FILTER (WHERE name = 'source') AS source
    FROM latest GROUP BY id
)
UPDATE customer_identity AS customer
SET type = present.type, level = present.level, sales_status = present.sales_status, industry = present.industry,
    region = present.region, source = present.source
FROM present WHERE present.id = customer.customer_id;
