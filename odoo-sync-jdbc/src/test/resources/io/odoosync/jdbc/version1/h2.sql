-- The link between each local record and its Odoo record; no odoo_id while its creation is pending.
-- local_key is kind/id in UTF-16: it compares as the engine does, whatever the collation. The kind
-- and the id are there again as text for people. The unique constraints of all tables are there for
-- their indexes, which then appear together with the table even when several nodes start at once;
-- with the primary key in them they always hold.
CREATE TABLE IF NOT EXISTS odoo_sync_links (
  entity_type CHARACTER VARYING(20) NOT NULL,
  local_key BINARY VARYING(500) NOT NULL,
  local_kind CHARACTER VARYING(40) NOT NULL,
  local_id CHARACTER VARYING(200) NOT NULL,
  odoo_id BIGINT,
  base CHARACTER LARGE OBJECT,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (entity_type, local_key),
  CONSTRAINT odoo_sync_links_odoo UNIQUE (odoo_id, entity_type, local_key)
);

-- For a table from before there was this one.
ALTER TABLE odoo_sync_links ADD CONSTRAINT IF NOT EXISTS odoo_sync_links_odoo
  UNIQUE (odoo_id, entity_type, local_key);

-- What the sync remembers besides. state_key is the name in UTF-16, for the same reason as above.
CREATE TABLE IF NOT EXISTS odoo_sync_state (
  state_key BINARY VARYING(800) PRIMARY KEY,
  name CHARACTER VARYING(400) NOT NULL,
  content CHARACTER LARGE OBJECT NOT NULL
);

-- Who runs: ShedLock's own table, its times in UTC.
CREATE TABLE IF NOT EXISTS shedlock (
  name CHARACTER VARYING(64) NOT NULL,
  lock_until TIMESTAMP(3) NOT NULL,
  locked_at TIMESTAMP(3) NOT NULL,
  locked_by CHARACTER VARYING(255) NOT NULL,
  PRIMARY KEY (name)
);

-- What happened in which run. The id keeps the order of entries of the same instant.
CREATE TABLE IF NOT EXISTS sync_logs (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  occurred_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  run_id CHARACTER VARYING(100) NOT NULL,
  level CHARACTER VARYING(10) NOT NULL,
  event CHARACTER VARYING(40) NOT NULL,
  entity_type CHARACTER VARYING(20),
  local_key BINARY VARYING(500),
  local_kind CHARACTER VARYING(40),
  local_id CHARACTER VARYING(200),
  message CHARACTER VARYING(4000) NOT NULL,
  cause CHARACTER VARYING(40),
  advice CHARACTER VARYING(4000),
  CONSTRAINT sync_logs_time UNIQUE (occurred_at, id),
  CONSTRAINT sync_logs_run UNIQUE (run_id, occurred_at, id),
  CONSTRAINT sync_logs_key UNIQUE (local_key, occurred_at, id),
  CONSTRAINT sync_logs_level UNIQUE (level, occurred_at, id)
);

-- For a table from before there were these two. H2 copies the table for that, and meanwhile others do
-- not see it.
ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS cause CHARACTER VARYING(40);

ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS advice CHARACTER VARYING(4000);
