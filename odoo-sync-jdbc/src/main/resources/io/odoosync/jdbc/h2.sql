-- The link between each local record and its Odoo record; no odoo_id while its creation is pending.
-- local_key is kind/id in UTF-16: it compares as the engine does, whatever the collation. The kind
-- and the id are there again as text for people.
CREATE TABLE IF NOT EXISTS ${links} (
  entity_type CHARACTER VARYING(20) NOT NULL,
  local_key BINARY VARYING(500) NOT NULL,
  local_kind CHARACTER VARYING(40) NOT NULL,
  local_id CHARACTER VARYING(200) NOT NULL,
  odoo_id BIGINT,
  base CHARACTER LARGE OBJECT,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (entity_type, local_key)
);

-- What happened in which run. The id keeps the order of entries of the same instant. The unique
-- constraints are there for their indexes, which then appear together with the table even when
-- several nodes start at once; with the id in them they always hold.
CREATE TABLE IF NOT EXISTS ${log} (
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
  CONSTRAINT ${log_index}_time UNIQUE (occurred_at, id),
  CONSTRAINT ${log_index}_run UNIQUE (run_id, occurred_at, id),
  CONSTRAINT ${log_index}_key UNIQUE (local_key, occurred_at, id),
  CONSTRAINT ${log_index}_level UNIQUE (level, occurred_at, id)
);
