-- Records are found by a text of theirs, such as the id of a customer in another system.
CREATE INDEX custom_value_text ON custom_value (record_kind, field, md5(value[1]));
