-- The link between each local record and its Odoo record; no odoo_id while its creation is pending.
-- local_key is kind/id in UTF-16: it compares as the engine does, whatever the collation. The kind
-- and the id are there again as text for people.
CREATE TABLE IF NOT EXISTS ${links} (
  entity_type varchar(20) NOT NULL,
  local_key bytea NOT NULL,
  local_kind varchar(40) NOT NULL,
  local_id varchar(200) NOT NULL,
  odoo_id bigint,
  base text,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (entity_type, local_key)
);

CREATE INDEX IF NOT EXISTS ${links_index}_odoo ON ${links} (odoo_id, entity_type);

-- What the sync remembers besides. state_key is the name in UTF-16, for the same reason as above.
CREATE TABLE IF NOT EXISTS ${state} (
  state_key bytea PRIMARY KEY,
  name varchar(400) NOT NULL,
  content text NOT NULL
);

-- Who runs: ShedLock's own table, its times in UTC.
CREATE TABLE IF NOT EXISTS ${lock} (
  name varchar(64) NOT NULL,
  lock_until timestamp NOT NULL,
  locked_at timestamp NOT NULL,
  locked_by varchar(255) NOT NULL,
  PRIMARY KEY (name)
);

-- What happened in which run. The id keeps the order of entries of the same instant.
CREATE TABLE IF NOT EXISTS ${log} (
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
ALTER TABLE ${log} ADD COLUMN IF NOT EXISTS cause varchar(40), ADD COLUMN IF NOT EXISTS advice varchar(4000);

CREATE INDEX IF NOT EXISTS ${log_index}_time ON ${log} (occurred_at, id);

CREATE INDEX IF NOT EXISTS ${log_index}_run ON ${log} (run_id, occurred_at, id);

CREATE INDEX IF NOT EXISTS ${log_index}_key ON ${log} (local_key, occurred_at, id);

CREATE INDEX IF NOT EXISTS ${log_index}_level ON ${log} (level, occurred_at, id);
