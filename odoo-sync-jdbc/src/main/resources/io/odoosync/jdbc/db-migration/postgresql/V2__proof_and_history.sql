-- When Odoo created the record of a link: the proof that its id still stands for the same one.
ALTER TABLE odoo_sync_links ADD COLUMN IF NOT EXISTS odoo_created_at timestamptz(3);

-- Which record and which fields; of a conflict each value whole, and who won; of a run its report.
ALTER TABLE sync_logs
  ADD COLUMN IF NOT EXISTS odoo_id bigint,
  ADD COLUMN IF NOT EXISTS changed_fields text,
  ADD COLUMN IF NOT EXISTS field_name text,
  ADD COLUMN IF NOT EXISTS local_value text,
  ADD COLUMN IF NOT EXISTS odoo_value text,
  ADD COLUMN IF NOT EXISTS base_value text,
  ADD COLUMN IF NOT EXISTS winner varchar(20),
  ADD COLUMN IF NOT EXISTS result_value text,
  ADD COLUMN IF NOT EXISTS policy text,
  ADD COLUMN IF NOT EXISTS reason text,
  ADD COLUMN IF NOT EXISTS report text;

CREATE INDEX IF NOT EXISTS sync_logs_event ON sync_logs (event, occurred_at, id);

-- About the tables themselves: their version, and whose links they hold.
CREATE TABLE IF NOT EXISTS odoo_sync_links_about (
  name varchar(40) PRIMARY KEY,
  content varchar(1000) NOT NULL
);

INSERT INTO odoo_sync_links_about (name, content) VALUES ('version', '2')
  ON CONFLICT (name) DO NOTHING;
