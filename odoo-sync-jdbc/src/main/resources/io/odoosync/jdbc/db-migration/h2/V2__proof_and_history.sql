-- When Odoo created the record of a link: the proof that its id still stands for the same one.
ALTER TABLE odoo_sync_links ADD COLUMN IF NOT EXISTS odoo_created_at TIMESTAMP(3) WITH TIME ZONE;

-- Which record and which fields; of a conflict each value whole, and who won; of a run its report.
ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS odoo_id BIGINT;

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS changed_fields CHARACTER LARGE OBJECT;

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS field_name CHARACTER LARGE OBJECT;

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS local_value CHARACTER LARGE OBJECT;

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS odoo_value CHARACTER LARGE OBJECT;

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS base_value CHARACTER LARGE OBJECT;

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS winner CHARACTER VARYING(20);

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS result_value CHARACTER LARGE OBJECT;

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS policy CHARACTER LARGE OBJECT;

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS reason CHARACTER LARGE OBJECT;

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS report CHARACTER LARGE OBJECT;

ALTER TABLE sync_logs ADD CONSTRAINT IF NOT EXISTS sync_logs_event UNIQUE (event, occurred_at, id);

-- About the tables themselves: their version, and whose links they hold.
CREATE TABLE IF NOT EXISTS odoo_sync_links_about (
  name CHARACTER VARYING(40) PRIMARY KEY,
  content CHARACTER VARYING(1000) NOT NULL
);

INSERT INTO odoo_sync_links_about (name, content) SELECT 'version', '2'
  WHERE NOT EXISTS (SELECT 1 FROM odoo_sync_links_about WHERE name = 'version');
