CREATE TABLE teacher (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  name varchar(100) NOT NULL,
  email varchar(254),
  phone varchar(40),
  updated_at timestamp(6) with time zone NOT NULL,
  odoo_partner_id bigint UNIQUE
);

CREATE TABLE trip (
  id bigint PRIMARY KEY,
  version integer NOT NULL,
  title varchar(200) NOT NULL,
  teacher_id uuid NOT NULL REFERENCES teacher,
  validated boolean NOT NULL,
  updated_at timestamp(6) with time zone NOT NULL,
  odoo_lead_id bigint UNIQUE
);

CREATE TABLE bill (
  id bigint PRIMARY KEY,
  version integer NOT NULL,
  number varchar(40) NOT NULL,
  teacher_id uuid NOT NULL REFERENCES teacher,
  issued date NOT NULL,
  amount numeric(12, 2) NOT NULL,
  note varchar(200),
  odoo_invoice_id bigint UNIQUE
);
