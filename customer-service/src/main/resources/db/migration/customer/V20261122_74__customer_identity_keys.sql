-- A file may ask that its rows are recognised by phone or e-mail alone.
CREATE INDEX customer_identity_phone ON customer_identity (phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX customer_identity_email ON customer_identity (email_key) WHERE email_key IS NOT NULL;
