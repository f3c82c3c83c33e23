CREATE TABLE IF NOT EXISTS teacher (
  id BIGINT PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254),
  phone VARCHAR(40),
  mobile VARCHAR(40),
  school VARCHAR(200),
  street VARCHAR(200),
  zip VARCHAR(20),
  city VARCHAR(100),
  country VARCHAR(2),
  odoo_partner_id BIGINT,
  updated_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE IF NOT EXISTS guest (
  id BIGINT PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254),
  phone VARCHAR(40),
  street VARCHAR(200),
  zip VARCHAR(20),
  city VARCHAR(100),
  country VARCHAR(2),
  odoo_partner_id BIGINT,
  updated_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE IF NOT EXISTS travel (
  id BIGINT PRIMARY KEY,
  title VARCHAR(200) NOT NULL,
  state VARCHAR(20) NOT NULL,
  teacher_id BIGINT NOT NULL REFERENCES teacher,
  expected_revenue DECIMAL(12, 2) NOT NULL,
  departure DATE NOT NULL,
  return_date DATE NOT NULL,
  decision_by DATE NOT NULL,
  odoo_lead_id BIGINT,
  updated_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE IF NOT EXISTS invoice (
  id BIGINT PRIMARY KEY,
  number VARCHAR(40) NOT NULL UNIQUE,
  travel_id BIGINT NOT NULL REFERENCES travel,
  payer_kind VARCHAR(10) NOT NULL CHECK (payer_kind IN ('teacher', 'guest')),
  payer_id BIGINT NOT NULL,
  validated BOOLEAN NOT NULL,
  invoice_date DATE NOT NULL,
  due_date DATE NOT NULL,
  odoo_invoice_id BIGINT
);

CREATE TABLE IF NOT EXISTS invoice_line (
  invoice_id BIGINT NOT NULL REFERENCES invoice,
  position INT NOT NULL,
  description VARCHAR(200) NOT NULL,
  quantity DECIMAL(10, 2) NOT NULL,
  unit_price DECIMAL(12, 2) NOT NULL,
  discount_percent DECIMAL(5, 2) NOT NULL,
  tax_code VARCHAR(10) NOT NULL,
  tax_percent DECIMAL(5, 2) NOT NULL,
  PRIMARY KEY (invoice_id, position)
);
