-- When Odoo created the record of a link: the proof that its id still stands for the same one.
ALTER TABLE odoo_sync_links ADD COLUMN IF NOT EXISTS odoo_created_at timestamptz(3);

-- About the tables themselves: their version, and whose links they hold.
CREATE TABLE IF NOT EXISTS odoo_sync_links_about (
  name varchar(40) PRIMARY KEY,
  content varchar(1000) NOT NULL
);

INSERT INTO odoo_sync_links_about (name, content) VALUES ('version', '2')
  ON CONFLICT (name) DO NOTHING;
