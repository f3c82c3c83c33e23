package io.odoosync.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How an id is bound to a column of a certain type. Only an id written exactly as the database
 * would write it is taken: otherwise two different keys could mean the same row. The type must be
 * the column's own, or the database may not use its index.
 */
enum ColumnBinding {
  /** Whole numbers of up to 64 bits. */
  INTEGER("whole number") {
    @Override
    Optional<Object> value(String id) {
      return Optional.of(id)
          .filter(WHOLE_NUMBER)
          .map(BigInteger::new)
          .filter(number -> number.bitLength() < Long.SIZE)
          .map(BigInteger::longValue);
    }

    @Override
    Object comparable(Object value) {
      return ((Number) value).longValue();
    }
  },
  /** Whole numbers of any length. */
  DECIMAL("whole number") {
    @Override
    Optional<Object> value(String id) {
      return Optional.of(id).filter(WHOLE_NUMBER).map(BigDecimal::new);
    }

    @Override
    Object comparable(Object value) {
      return ((BigDecimal) value).stripTrailingZeros();
    }
  },
  /** Text. */
  TEXT("text") {
    @Override
    Optional<Object> value(String id) {
      return Optional.of(id);
    }
  },
  /** Text of a fixed length, in which spaces at the end do not count. */
  PADDED_TEXT("text") {
    @Override
    Optional<Object> value(String id) {
      return Optional.of(id);
    }

    @Override
    Object comparable(Object value) {
      return PADDING.matcher(value.toString()).replaceFirst("");
    }
  },
  /** Text in which case does not count. */
  FOLDED_TEXT("text") {
    @Override
    Optional<Object> value(String id) {
      return Optional.of(id);
    }

    @Override
    Object comparable(Object value) {
      return value.toString().toLowerCase(Locale.ROOT);
    }
  },
  /** Text in which neither case nor spaces at the end count. */
  FOLDED_PADDED_TEXT("text") {
    @Override
    Optional<Object> value(String id) {
      return Optional.of(id);
    }

    @Override
    Object comparable(Object value) {
      return FOLDED_TEXT.comparable(PADDED_TEXT.comparable(value));
    }
  },
  /** UUIDs. */
  UUID("UUID in lower case") {
    @Override
    Optional<Object> value(String id) {
      return Optional.of(id).filter(LOWER_CASE_UUID).map(java.util.UUID::fromString);
    }
  };

  private static final Set<String> FOLDING = Set.of("citext", "varchar_ignorecase");
  private static final Pattern PADDING = Pattern.compile(" +\\z");
  private static final Predicate<String> WHOLE_NUMBER =
      Pattern.compile("0|-?[1-9][0-9]*").asMatchPredicate();
  private static final Predicate<String> LOWER_CASE_UUID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").asMatchPredicate();

  private final String words;

  ColumnBinding(String words) {
    this.words = words;
  }

  /** What an id must look like, for a message. */
  String words() {
    return words;
  }

  /** The id as a parameter of this type, or nothing if it cannot be one. */
  abstract Optional<Object> value(String id);

  /** A value of such a column in a form that is equal for what the database takes for equal. */
  Object comparable(Object value) {
    return value;
  }

  /** The binding for a column, or nothing if such columns are not supported. */
  static Optional<ColumnBinding> of(MirrorTable.Column column) {
    return of(column.limit().sqlType(), column.typeName())
        .map(binding -> binding.comparedBy(column.text()));
  }

  private ColumnBinding comparedBy(TextRule rule) {
    if (this != TEXT && this != PADDED_TEXT) {
      return this;
    }
    boolean ignoresPadding = this == PADDED_TEXT || rule.ignoresPadding();
    if (rule.ignoresCase()) {
      return ignoresPadding ? FOLDED_PADDED_TEXT : FOLDED_TEXT;
    }
    return ignoresPadding ? PADDED_TEXT : TEXT;
  }

  private static Optional<ColumnBinding> of(int sqlType, String typeName) {
    if (typeName.equalsIgnoreCase("uuid")) {
      return Optional.of(UUID);
    } else if (FOLDING.contains(typeName.toLowerCase(Locale.ROOT))) {
      return Optional.of(FOLDED_TEXT);
    }
    return switch (sqlType) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(INTEGER);
      case Types.NUMERIC, Types.DECIMAL -> Optional.of(DECIMAL);
      case Types.CHAR, Types.NCHAR -> Optional.of(PADDED_TEXT);
      case Types.VARCHAR, Types.LONGVARCHAR, Types.NVARCHAR, Types.LONGNVARCHAR ->
          Optional.of(TEXT);
      default -> Optional.empty();
    };
  }
}
