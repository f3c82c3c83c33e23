package io.odoosync.internal.field;

import io.odoosync.TypedValue;
import io.odoosync.odoo.OdooRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How fields of one Odoo type are read, remembered, compared and filled. What Odoo returns and what
 * the host gives become the same {@link FieldValue} here, or can be compared.
 */
public enum FieldKind {
  /** A char or selection field. */
  TEXT("a String") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return parse(record.text(field).orElse(""));
    }

    @Override
    public FieldValue parse(String cell) {
      return FieldValue.text(cell);
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return value.text().map(FieldValue::text);
    }
  },

  /** A text field. Web clients end its lines with CR LF. */
  LINES("a String") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return TEXT.read(record, field);
    }

    @Override
    public FieldValue parse(String cell) {
      return TEXT.parse(cell);
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return TEXT.accept(value);
    }

    @Override
    String comparable(FieldValue value) {
      return value.canonical().replace("\r\n", "\n");
    }
  },

  /** An html field, which Odoo rewrites when it stores it. */
  HTML("a String") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return parse(record.text(field).orElse(""));
    }

    @Override
    public FieldValue parse(String cell) {
      return Html.isEmpty(cell) ? new FieldValue.Absent() : FieldValue.text(cell);
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return value.text().map(this::parse);
    }

    @Override
    String comparable(FieldValue value) {
      return Html.comparable(value.canonical());
    }
  },

  /** An integer field. */
  WHOLE("an Integer or Long") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return record
          .number(field)
          .<FieldValue>map(number -> new FieldValue.Whole(number.longValue()))
          .orElseGet(FieldValue.Absent::new);
    }

    @Override
    public FieldValue parse(String cell) {
      return cell.isEmpty() ? new FieldValue.Absent() : new FieldValue.Whole(Long.parseLong(cell));
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return value.value() instanceof Long whole
          ? Optional.of(new FieldValue.Whole(whole))
          : Optional.empty();
    }

    @Override
    String comparable(FieldValue value) {
      return value instanceof FieldValue.Absent ? "0" : value.canonical();
    }
  },

  /** A float or monetary field. Binary fractions such as 0.30000000000000004 are straightened. */
  DECIMAL("a BigDecimal, Integer or Long") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return record
          .number(field)
          .<FieldValue>map(number -> new FieldValue.Decimal(number.round(DOUBLE)))
          .orElseGet(FieldValue.Absent::new);
    }

    @Override
    public FieldValue parse(String cell) {
      return cell.isEmpty()
          ? new FieldValue.Absent()
          : new FieldValue.Decimal(new BigDecimal(cell));
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return value.number().map(FieldValue.Decimal::new);
    }

    @Override
    String comparable(FieldValue value) {
      return value instanceof FieldValue.Decimal decimal
          ? new FieldValue.Decimal(decimal.value().round(DOUBLE)).canonical()
          : "0";
    }
  },

  /** A boolean field, which always has a value. */
  FLAG("a Boolean") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return new FieldValue.Flag(record.flag(field));
    }

    @Override
    public FieldValue parse(String cell) {
      return cell.isEmpty() ? new FieldValue.Absent() : new FieldValue.Flag(cell.equals("1"));
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return value.flag().map(FieldValue.Flag::new);
    }

    @Override
    String comparable(FieldValue value) {
      return value instanceof FieldValue.Absent ? "0" : value.canonical();
    }
  },

  /** A date field. */
  DAY("a LocalDate") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return FieldValue.day(record.date(field).orElse(null));
    }

    @Override
    public FieldValue parse(String cell) {
      return cell.isEmpty() ? new FieldValue.Absent() : new FieldValue.Day(LocalDate.parse(cell));
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return value.day().map(FieldValue.Day::new);
    }
  },

  /** A datetime field. */
  MOMENT("an Instant") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return record
          .instant(field)
          .<FieldValue>map(FieldValue.Moment::new)
          .orElseGet(FieldValue.Absent::new);
    }

    @Override
    public FieldValue parse(String cell) {
      return cell.isEmpty() ? new FieldValue.Absent() : new FieldValue.Moment(moment(cell));
    }

    private static Instant moment(String cell) {
      return LocalDateTime.parse(cell, FieldValue.Moment.FORMAT).toInstant(ZoneOffset.UTC);
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return value.moment().map(FieldValue.Moment::new);
    }
  },

  /** A many2one field. */
  REFERENCE("a Long, the record's database id in Odoo") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return FieldValue.reference(record.reference(field).orElse(null));
    }

    @Override
    public FieldValue parse(String cell) {
      return cell.isEmpty()
          ? new FieldValue.Absent()
          : new FieldValue.Reference(Long.parseLong(cell));
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return value.value() instanceof Long id && id > 0
          ? Optional.of(new FieldValue.Reference(id))
          : Optional.empty();
    }
  },

  /** A many2many field. No record at all is the same as nothing. */
  REFERENCES("a collection of Long, the records' database ids in Odoo") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return new FieldValue.References(record.references(field).stream().sorted().toList());
    }

    @Override
    public FieldValue parse(String cell) {
      return new FieldValue.References(
          cell.isEmpty() ? List.of() : Arrays.stream(cell.split(",")).map(Long::valueOf).toList());
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return value.value() instanceof List<?> ids
          ? Optional.of(new FieldValue.References(ids.stream().map(id -> (Long) id).toList()))
          : Optional.empty();
    }
  },

  /** A field of a type that a host can't fill, such as one2many or binary. */
  OTHER("no value") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return new FieldValue.Absent();
    }

    @Override
    public FieldValue parse(String cell) {
      return FieldValue.text(cell);
    }

    @Override
    public Optional<FieldValue> accept(TypedValue value) {
      return Optional.empty();
    }
  };

  /** As many digits as every decimal keeps through Odoo's binary floating point. */
  private static final MathContext DOUBLE = new MathContext(15, RoundingMode.HALF_EVEN);

  private final String expected;

  FieldKind(String expected) {
    this.expected = expected;
  }

  static FieldKind of(String type) {
    return switch (type) {
      case "char", "selection" -> TEXT;
      case "text" -> LINES;
      case "html" -> HTML;
      case "integer" -> WHOLE;
      case "float", "monetary" -> DECIMAL;
      case "boolean" -> FLAG;
      case "date" -> DAY;
      case "datetime" -> MOMENT;
      case "many2one" -> REFERENCE;
      case "many2many" -> REFERENCES;
      default -> OTHER;
    };
  }

  /** What a host has to give, in words. */
  public String expected() {
    return expected;
  }

  /** The value that Odoo returned. */
  abstract FieldValue read(OdooRecord record, String field);

  /** The value of a canonical cell. */
  public abstract FieldValue parse(String cell);

  /** The host's value, unless it is of the wrong type. Nothing is never asked about. */
  public abstract Optional<FieldValue> accept(TypedValue value);

  /** The form by which two values of this kind are the same. */
  String comparable(FieldValue value) {
    return value.canonical();
  }

  /** Whether two values are the same, but for how Odoo writes them. */
  public boolean same(FieldValue one, FieldValue other) {
    return one.canonical().equals(other.canonical()) || comparable(one).equals(comparable(other));
  }

  /**
   * Whether Odoo has nothing there. A number and a many2many that were never filled look like 0.
   */
  public boolean isBlank(FieldValue value) {
    return this != FLAG && same(value, new FieldValue.Absent());
  }
}
