-- The link between each local record and its Odoo record; no odoo_id while its creation is pending.
-- local_key is kind/id in UTF-16: it compares as the engine does, whatever the collation. The kind
-- and the id are there again as text for people.
CREATE TABLE IF NOT EXISTS odoo_sync_links (
  entity_type varchar(20) NOT NULL,
  local_key bytea NOT NULL,
  local_kind varchar(40) NOT NULL,
  local_id varchar(200) NOT NULL,
  odoo_id bigint,
  base text,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (entity_type, local_key)
);

CREATE INDEX IF NOT EXISTS odoo_sync_links_odoo ON odoo_sync_links (odoo_id, entity_type);

-- What the sync remembers besides. state_key is the name in UTF-16, for the same reason as above.
CREATE TABLE IF NOT EXISTS odoo_sync_state (
  state_key bytea PRIMARY KEY,
  name varchar(400) NOT NULL,
  content text NOT NULL
);

-- Who runs: ShedLock's own table, its times in UTC.
CREATE TABLE IF NOT EXISTS shedlock (
  name varchar(64) NOT NULL,
  lock_until timestamp NOT NULL,
  locked_at timestamp NOT NULL,
  locked_by varchar(255) NOT NULL,
  PRIMARY KEY (name)
);

-- What happened in which run. The id keeps the order of entries of the same instant.
CREATE TABLE IF NOT EXISTS sync_logs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  occurred_at timestamptz(3) NOT NULL,
  run_id varchar(100) COLLATE "C" NOT NULL,
  level varchar(10) NOT NULL,
  event varchar(40) NOT NULL,
  entity_type varchar(20),
  local_key bytea,
  local_kind varchar(40),
  local_id varchar(200),
  message varchar(4000) NOT NULL,
  cause varchar(40),
  advice varchar(4000)
);

-- For a table from before there were these two.
ALTER TABLE sync_logs ADD COLUMN IF NOT EXISTS cause varchar(40), ADD COLUMN IF NOT EXISTS advice varchar(4000);

CREATE INDEX IF NOT EXISTS sync_logs_time ON sync_logs (occurred_at, id);

CREATE INDEX IF NOT EXISTS sync_logs_run ON sync_logs (run_id, occurred_at, id);

CREATE INDEX IF NOT EXISTS sync_logs_key ON sync_logs (local_key, occurred_at, id);

CREATE INDEX IF NOT EXISTS sync_logs_level ON sync_logs (level, occurred_at, id);
