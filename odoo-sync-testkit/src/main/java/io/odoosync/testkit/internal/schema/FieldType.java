package io.odoosync.testkit.internal.schema;

import java.util.Locale;

/** The type of an Odoo field, as {@code fields_get} names it. */
public enum FieldType {
  BINARY,
  BOOLEAN,
  CHAR,
  DATE,
  DATETIME,
  FLOAT,
  HTML,
  INTEGER,
  JSON,
  MANY2MANY,
  MANY2ONE,
  MANY2ONE_REFERENCE,
  MONETARY,
  ONE2MANY,
  PROPERTIES,
  PROPERTIES_DEFINITION,
  REFERENCE,
  SELECTION,
  TEXT;

  public static FieldType named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  public String odooName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isRelational() {
    return this == MANY2ONE || isToMany();
  }

  public boolean isToMany() {
    return this == MANY2MANY || this == ONE2MANY;
  }

  public boolean isNumber() {
    return this == INTEGER || this == MANY2ONE_REFERENCE || isDecimal();
  }

  public boolean isDecimal() {
    return this == FLOAT || this == MONETARY;
  }

  public boolean isText() {
    return this == CHAR || this == TEXT || this == HTML;
  }
}
