-- What administrators have settled, as it is now: derived from the events of each setting, in their own transaction, so
-- that commands and other instances find it by one short query. A removed setting keeps its row without a definition.
CREATE TABLE setting (
    id         text COLLATE "C" PRIMARY KEY,
    kind       text COLLATE "C" NOT NULL,
    version    bigint NOT NULL,
    definition text
);

CREATE INDEX setting_kind ON setting (kind);
