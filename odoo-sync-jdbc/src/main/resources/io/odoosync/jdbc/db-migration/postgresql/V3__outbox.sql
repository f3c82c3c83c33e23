-- Records that changed and wait for a run. Noting one only adds a row, so that it never waits for
-- anybody; several rows of a record are taken as one. record_key is type/kind/id in UTF-16, as above.
-- due is when it may be taken, empty for at once: the end of a lease for a row that is taken. attempts
-- is how often it was taken, so it also tells one taker from the next.
CREATE TABLE IF NOT EXISTS odoo_sync_outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_key bytea NOT NULL,
  entity_type varchar(20) NOT NULL,
  local_kind varchar(40) NOT NULL,
  local_id varchar(200) NOT NULL,
  noted_at timestamptz(3) NOT NULL,
  attempts integer NOT NULL,
  taken boolean NOT NULL,
  due timestamptz(3)
);

CREATE INDEX IF NOT EXISTS odoo_sync_outbox_due ON odoo_sync_outbox (due, id);

CREATE INDEX IF NOT EXISTS odoo_sync_outbox_record ON odoo_sync_outbox (record_key, due);

UPDATE odoo_sync_links_about SET content = '3' WHERE name = 'version' AND content = '2';
