-- When Odoo created the record of a link: the proof that its id still stands for the same one.
ALTER TABLE odoo_sync_links ADD COLUMN IF NOT EXISTS odoo_created_at TIMESTAMP(3) WITH TIME ZONE;

-- About the tables themselves: their version, and whose links they hold.
CREATE TABLE IF NOT EXISTS odoo_sync_links_about (
  name CHARACTER VARYING(40) PRIMARY KEY,
  content CHARACTER VARYING(1000) NOT NULL
);

INSERT INTO odoo_sync_links_about (name, content) SELECT 'version', '2'
  WHERE NOT EXISTS (SELECT 1 FROM odoo_sync_links_about WHERE name = 'version');
