-- What records hold in custom fields, derived from their events in the same transaction: tells whether a field or an
-- option is in use, and whether another type could take the values over.
CREATE TABLE custom_value (
    record_kind text COLLATE "C" NOT NULL,
    field       text COLLATE "C" NOT NULL,
    record_id   text COLLATE "C" NOT NULL,
    value       text[] NOT NULL,
    PRIMARY KEY (record_kind, field, record_id)
);

CREATE INDEX custom_value_record ON custom_value (record_kind, record_id);
