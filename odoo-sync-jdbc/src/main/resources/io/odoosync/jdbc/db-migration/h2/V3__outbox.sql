-- Records that changed and wait for a run. Noting one only adds a row, so that it never waits for
-- anybody; several rows of a record are taken as one. record_key is type/kind/id in UTF-16, as above.
-- due is when it may be taken, empty for at once: the end of a lease for a row that is taken. attempts
-- is how often it was taken, so it also tells one taker from the next.
CREATE TABLE IF NOT EXISTS odoo_sync_outbox (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_key BINARY VARYING(600) NOT NULL,
  entity_type CHARACTER VARYING(20) NOT NULL,
  local_kind CHARACTER VARYING(40) NOT NULL,
  local_id CHARACTER VARYING(200) NOT NULL,
  noted_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  attempts INTEGER NOT NULL,
  taken BOOLEAN NOT NULL,
  due TIMESTAMP(3) WITH TIME ZONE,
  CONSTRAINT odoo_sync_outbox_due UNIQUE (due, id),
  CONSTRAINT odoo_sync_outbox_record UNIQUE (record_key, due, id)
);

UPDATE odoo_sync_links_about SET content = '3' WHERE name = 'version' AND content = '2';
