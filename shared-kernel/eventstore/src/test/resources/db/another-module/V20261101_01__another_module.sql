CREATE TABLE another_module (id text PRIMARY KEY);
