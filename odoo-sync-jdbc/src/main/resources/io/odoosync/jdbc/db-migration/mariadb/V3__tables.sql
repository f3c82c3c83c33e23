-- The link between each local record and its Odoo record; no odoo_id while its creation is pending.
-- local_key is kind/id in UTF-16: it compares as the engine does, whatever the collation. The kind
-- and the id are there again as text for people. odoo_created_at is the proof that Odoo's id still
-- stands for the same record. All times are UTC: no time zone plays a part.
CREATE TABLE IF NOT EXISTS odoo_sync_links (
  entity_type varchar(20) NOT NULL,
  local_key varbinary(500) NOT NULL,
  local_kind varchar(40) NOT NULL,
  local_id varchar(200) NOT NULL,
  odoo_id bigint,
  base longtext,
  updated_at datetime(3) NOT NULL,
  odoo_created_at datetime(3),
  PRIMARY KEY (entity_type, local_key),
  KEY odoo_sync_links_odoo (odoo_id, entity_type)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What the sync remembers besides. state_key is the name in UTF-16, for the same reason as above.
CREATE TABLE IF NOT EXISTS odoo_sync_state (
  state_key varbinary(800) NOT NULL PRIMARY KEY,
  name varchar(400) NOT NULL,
  content longtext NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Who runs: ShedLock's own table, but with times that no session's time zone changes.
CREATE TABLE IF NOT EXISTS shedlock (
  name varchar(64) NOT NULL,
  lock_until datetime(6) NOT NULL,
  locked_at datetime(6) NOT NULL,
  locked_by varchar(255) NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What happened in which run. The id keeps the order of entries of the same instant. Which record and
-- which fields; of a conflict each value whole, and who won; of a run its report.
CREATE TABLE IF NOT EXISTS sync_logs (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  occurred_at datetime(3) NOT NULL,
  run_id varchar(100) NOT NULL,
  level varchar(10) NOT NULL,
  event varchar(40) NOT NULL,
  entity_type varchar(20),
  local_key varbinary(500),
  local_kind varchar(40),
  local_id varchar(200),
  message varchar(4000) NOT NULL,
  cause varchar(40),
  advice varchar(4000),
  odoo_id bigint,
  changed_fields longtext,
  field_name longtext,
  local_value longtext,
  odoo_value longtext,
  base_value longtext,
  winner varchar(20),
  result_value longtext,
  policy longtext,
  reason longtext,
  report longtext,
  KEY sync_logs_time (occurred_at, id),
  KEY sync_logs_run (run_id, occurred_at, id),
  KEY sync_logs_key (local_key, occurred_at, id),
  KEY sync_logs_level (level, occurred_at, id),
  KEY sync_logs_event (event, occurred_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- About the tables themselves: their version, and whose links they hold.
CREATE TABLE IF NOT EXISTS odoo_sync_links_about (
  name varchar(40) NOT NULL PRIMARY KEY,
  content varchar(1000) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Records that changed and wait for a run. Noting one only adds a row, so that it never waits for
-- anybody; several rows of a record are taken as one. record_key is type/kind/id in UTF-16, as above.
-- due is when it may be taken, empty for at once: the end of a lease for a row that is taken. attempts
-- is how often it was taken, so it also tells one taker from the next.
CREATE TABLE IF NOT EXISTS odoo_sync_outbox (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  record_key varbinary(600) NOT NULL,
  entity_type varchar(20) NOT NULL,
  local_kind varchar(40) NOT NULL,
  local_id varchar(200) NOT NULL,
  noted_at datetime(3) NOT NULL,
  attempts integer NOT NULL,
  taken boolean NOT NULL,
  due datetime(3),
  KEY odoo_sync_outbox_due (due, id),
  KEY odoo_sync_outbox_record (record_key, due)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT IGNORE INTO odoo_sync_links_about (name, content) VALUES ('version', '3');
