package io.odoosync.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Types;

/**
 * How large the values of a column may be.
 *
 * @param sqlType its type in JDBC's terms
 * @param precision its length in characters or digits; 0 if there is no limit
 * @param scale how many of the digits are behind the point
 */
record ColumnLimit(int sqlType, int precision, int scale) {

  /** Whether the column can hold a value of its type. */
  boolean admits(Object value) {
    if (value instanceof Long number) {
      return BigInteger.valueOf(number).bitLength() < bits();
    } else if (value instanceof BigDecimal number) {
      return precision <= 0 || number.precision() <= precision - scale;
    } else if (value instanceof String text) {
      return precision <= 0 || text.codePointCount(0, text.length()) <= precision;
    }
    return true;
  }

  private int bits() {
    return switch (sqlType) {
      case Types.TINYINT -> Byte.SIZE;
      case Types.SMALLINT -> Short.SIZE;
      case Types.INTEGER -> Integer.SIZE;
      default -> Long.SIZE;
    };
  }
}
