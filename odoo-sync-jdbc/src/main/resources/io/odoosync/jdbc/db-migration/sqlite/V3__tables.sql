-- The link between each local record and its Odoo record; no odoo_id while its creation is pending.
-- local_key is kind/id in UTF-16: it compares as the engine does. The kind and the id are there again
-- as text for people. odoo_created_at is the proof that Odoo's id still stands for the same record.
-- All times are milliseconds since 1970. The unique constraints of all tables are there for their
-- indexes; with the primary key in them they always hold.
CREATE TABLE IF NOT EXISTS odoo_sync_links (
  entity_type TEXT NOT NULL,
  local_key BLOB NOT NULL,
  local_kind TEXT NOT NULL,
  local_id TEXT NOT NULL,
  odoo_id INTEGER,
  base TEXT,
  updated_at INTEGER NOT NULL,
  odoo_created_at INTEGER,
  PRIMARY KEY (entity_type, local_key),
  CONSTRAINT odoo_sync_links_odoo UNIQUE (odoo_id, entity_type, local_key)
);

-- What the sync remembers besides. state_key is the name in UTF-16, for the same reason as above.
CREATE TABLE IF NOT EXISTS odoo_sync_state (
  state_key BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  content TEXT NOT NULL
);

-- Who runs: ShedLock's own table, its times in UTC as text.
CREATE TABLE IF NOT EXISTS shedlock (
  name TEXT NOT NULL PRIMARY KEY,
  lock_until TEXT NOT NULL,
  locked_at TEXT NOT NULL,
  locked_by TEXT NOT NULL
);

-- What happened in which run. The id keeps the order of entries of the same instant. Which record and
-- which fields; of a conflict each value whole, and who won; of a run its report.
CREATE TABLE IF NOT EXISTS sync_logs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  occurred_at INTEGER NOT NULL,
  run_id TEXT NOT NULL CHECK (length(run_id) <= 100),
  level TEXT NOT NULL,
  event TEXT NOT NULL,
  entity_type TEXT,
  local_key BLOB,
  local_kind TEXT,
  local_id TEXT,
  message TEXT NOT NULL,
  cause TEXT,
  advice TEXT,
  odoo_id INTEGER,
  changed_fields TEXT,
  field_name TEXT,
  local_value TEXT,
  odoo_value TEXT,
  base_value TEXT,
  winner TEXT,
  result_value TEXT,
  policy TEXT,
  reason TEXT,
  report TEXT,
  CONSTRAINT sync_logs_time UNIQUE (occurred_at, id),
  CONSTRAINT sync_logs_run UNIQUE (run_id, occurred_at, id),
  CONSTRAINT sync_logs_key UNIQUE (local_key, occurred_at, id),
  CONSTRAINT sync_logs_level UNIQUE (level, occurred_at, id),
  CONSTRAINT sync_logs_event UNIQUE (event, occurred_at, id)
);

-- About the tables themselves: their version, and whose links they hold.
CREATE TABLE IF NOT EXISTS odoo_sync_links_about (
  name TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);

-- Records that changed and wait for a run. Noting one only adds a row; several rows of a record are
-- taken as one. record_key is type/kind/id in UTF-16, as above. due is when it may be taken, empty for
-- at once: the end of a lease for a row that is taken. attempts is how often it was taken, so it also
-- tells one taker from the next.
CREATE TABLE IF NOT EXISTS odoo_sync_outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  record_key BLOB NOT NULL,
  entity_type TEXT NOT NULL,
  local_kind TEXT NOT NULL,
  local_id TEXT NOT NULL,
  noted_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  taken INTEGER NOT NULL,
  due INTEGER,
  CONSTRAINT odoo_sync_outbox_due UNIQUE (due, id),
  CONSTRAINT odoo_sync_outbox_record UNIQUE (record_key, due, id)
);

INSERT OR IGNORE INTO odoo_sync_links_about (name, content) VALUES ('version', '3');
