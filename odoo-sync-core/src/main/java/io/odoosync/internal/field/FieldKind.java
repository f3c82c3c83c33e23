package io.odoosync.internal.field;

import io.odoosync.FieldValue;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How fields of one Odoo type are read, remembered, compared and filled. What Odoo returns and what
 * the host gives become the same {@link FieldValue} here, or can be compared.
 */
public enum FieldKind {
  /** A char or selection field. Outer white space does not count. */
  TEXT("a String") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return parse(record.text(field).orElse(""));
    }

    @Override
    public FieldValue parse(String cell) {
      return Blanks.isBlank(cell) ? FieldValue.nothing() : new FieldValue.Text(cell.strip());
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
      return value.text().map(this::parse);
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
    public Optional<FieldValue> accept(FieldValue value) {
      return TEXT.accept(value);
    }

    @Override
    String comparable(FieldValue value) {
      return Encoding.cell(value).replace("\r\n", "\n");
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
      return Html.isEmpty(cell) ? FieldValue.nothing() : TEXT.parse(cell);
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
      return value.text().map(this::parse);
    }

    @Override
    String comparable(FieldValue value) {
      return Html.comparable(Encoding.cell(value));
    }
  },

  /** An integer field. */
  WHOLE("an Integer or Long") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return FieldValue.of(record.whole(field).orElse(null));
    }

    @Override
    public FieldValue parse(String cell) {
      return cell.isEmpty() ? FieldValue.nothing() : new FieldValue.Whole(Long.parseLong(cell));
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
      return only(FieldValue.Whole.class, value);
    }

    @Override
    String comparable(FieldValue value) {
      return value.isNothing() ? "0" : Encoding.cell(value);
    }
  },

  /** A float or monetary field. Binary fractions such as 0.30000000000000004 are straightened. */
  DECIMAL("a BigDecimal, Integer or Long") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return FieldValue.of(record.number(field).map(number -> number.round(DOUBLE)).orElse(null));
    }

    @Override
    public FieldValue parse(String cell) {
      return cell.isEmpty() ? FieldValue.nothing() : new FieldValue.Decimal(new BigDecimal(cell));
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
      return value.number().map(FieldValue.Decimal::new);
    }

    @Override
    String comparable(FieldValue value) {
      return value instanceof FieldValue.Decimal decimal
          ? Encoding.cell(new FieldValue.Decimal(decimal.value().round(DOUBLE)))
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
      return cell.isEmpty() ? FieldValue.nothing() : new FieldValue.Flag(cell.equals("1"));
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
      return only(FieldValue.Flag.class, value);
    }

    @Override
    String comparable(FieldValue value) {
      return value.isNothing() ? "0" : Encoding.cell(value);
    }
  },

  /** A date field. */
  DAY("a LocalDate") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return FieldValue.of(record.date(field).orElse(null));
    }

    @Override
    public FieldValue parse(String cell) {
      return cell.isEmpty() ? FieldValue.nothing() : new FieldValue.Day(LocalDate.parse(cell));
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
      return only(FieldValue.Day.class, value);
    }
  },

  /** A datetime field. */
  MOMENT("an Instant") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return FieldValue.of(record.instant(field).orElse(null));
    }

    @Override
    public FieldValue parse(String cell) {
      return cell.isEmpty() ? FieldValue.nothing() : new FieldValue.Moment(moment(cell));
    }

    private static Instant moment(String cell) {
      return LocalDateTime.parse(cell, Encoding.MOMENT).toInstant(ZoneOffset.UTC);
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
      return only(FieldValue.Moment.class, value);
    }
  },

  /** A many2one field. */
  REFERENCE("a Long, the record's database id in Odoo") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return FieldValue.referenceTo(record.reference(field).orElse(null));
    }

    @Override
    public FieldValue parse(String cell) {
      return FieldValue.referenceTo(cell.isEmpty() ? null : Long.valueOf(cell));
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
      if (value instanceof FieldValue.Whole id) {
        return accept(new FieldValue.Reference(id.value()));
      } else if (value instanceof FieldValue.LocalReference) {
        return Optional.of(value);
      }
      return value.reference().filter(id -> id > 0).map(FieldValue.Reference::new);
    }
  },

  /** A many2many field. No record at all is the same as nothing. */
  REFERENCES("a collection of Long, the records' database ids in Odoo") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      try {
        return new FieldValue.References(record.references(field));
      } catch (IllegalStateException e) {
        throw OdooOutcomeUnknownException.ofReading(
            "record " + record.id() + ": the answer is no result of Odoo's: " + field, e);
      }
    }

    @Override
    public FieldValue parse(String cell) {
      return new FieldValue.References(
          Arrays.stream(cell.split(",")).filter(id -> !id.isEmpty()).map(Long::valueOf).toList());
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
      return only(FieldValue.References.class, value);
    }
  },

  /** A json field. An empty object is the same as nothing. */
  JSON("a Map, or a String of JSON") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      OdooValue value = record.values().get(field);
      return value.isNull() || value.flag().isPresent()
          ? FieldValue.nothing()
          : filled(FieldValue.Json.of(plain(value)));
    }

    @Override
    public FieldValue parse(String cell) {
      return Blanks.isBlank(cell) ? FieldValue.nothing() : filled(new FieldValue.Json(cell));
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
      try {
        return value.text().map(this::parse).or(() -> only(FieldValue.Json.class, value));
      } catch (IllegalArgumentException e) {
        // A text that is no JSON is of the wrong type, which the caller says.
        return Optional.empty();
      }
    }

    private static FieldValue filled(FieldValue.Json json) {
      return json.json().equals("{}") ? FieldValue.nothing() : json;
    }

    private static @Nullable Object plain(OdooValue value) {
      return switch (value.kind()) {
        case TEXT -> value.asText();
        case NUMBER -> value.asNumber();
        case FLAG -> value.asFlag();
        case LIST -> value.asList().stream().map(each -> plain(each)).collect(Collectors.toList());
        case MAP -> {
          Map<String, @Nullable Object> map = new LinkedHashMap<>();
          value.asMap().forEach((name, each) -> map.put(name, plain(each)));
          yield map;
        }
        case NULL -> null;
      };
    }
  },

  /** A field of a type that a host can't fill, such as one2many or binary. */
  OTHER("no value") {
    @Override
    public FieldValue read(OdooRecord record, String field) {
      return FieldValue.nothing();
    }

    @Override
    public FieldValue parse(String cell) {
      return TEXT.parse(cell);
    }

    @Override
    public Optional<FieldValue> accept(FieldValue value) {
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
      case "json" -> JSON;
      default -> OTHER;
    };
  }

  /** Whether its values are ids of other records in Odoo. */
  public boolean refers() {
    return this == REFERENCE || this == REFERENCES;
  }

  private static Optional<FieldValue> only(Class<? extends FieldValue> type, FieldValue value) {
    return type.isInstance(value) ? Optional.of(value) : Optional.empty();
  }

  /** What a host has to give, in words. */
  public String expected() {
    return expected;
  }

  /** The value that Odoo returned. */
  abstract FieldValue read(OdooRecord record, String field);

  /** The value of a cell. */
  public abstract FieldValue parse(String cell);

  /** The host's value, unless it is of the wrong type. Nothing is never asked about. */
  public abstract Optional<FieldValue> accept(FieldValue value);

  /** The form by which two values of this kind are the same. */
  String comparable(FieldValue value) {
    return Encoding.cell(value);
  }

  /** Whether two values are the same, but for how Odoo writes them. */
  public boolean same(FieldValue one, FieldValue other) {
    return Encoding.cell(one).equals(Encoding.cell(other))
        || comparable(one).equals(comparable(other));
  }

  /**
   * Whether Odoo has nothing there. A number and a many2many that were never filled look like 0.
   */
  public boolean isBlank(FieldValue value) {
    return this != FLAG && same(value, FieldValue.nothing());
  }
}
