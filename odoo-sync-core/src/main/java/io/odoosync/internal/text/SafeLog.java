package io.odoosync.internal.text;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LocationAwareLogger;

/**
 * The only way to the host's log: each line passes a redaction, is one line and hides nothing, and
 * so do the words of an exception and of all that caused it.
 */
public final class SafeLog {

  private static final String CALLER = SafeLog.class.getName();

  private final Logger log;
  private final Redaction redaction;

  SafeLog(Logger log, Redaction redaction) {
    this.log = log;
    this.redaction = redaction;
  }

  /** A log under the name of a class, which knows what secrets look like. */
  public static SafeLog of(Class<?> owner) {
    return of(owner.getName(), Redaction.OF_PATTERNS);
  }

  /** A log under the name of a class. */
  public static SafeLog of(Class<?> owner, Redaction redaction) {
    return of(owner.getName(), redaction);
  }

  /** A log under any name. */
  public static SafeLog of(String name, Redaction redaction) {
    return new SafeLog(LoggerFactory.getLogger(name), redaction);
  }

  /** As {@link #debug}, of lower level. */
  public void trace(String format, @Nullable Object... arguments) {
    log(Level.TRACE, format, arguments);
  }

  /** As SLF4J: a pair of braces for each argument, and possibly an exception after them. */
  public void debug(String format, @Nullable Object... arguments) {
    log(Level.DEBUG, format, arguments);
  }

  /** As {@link #debug}, of higher level. */
  public void info(String format, @Nullable Object... arguments) {
    log(Level.INFO, format, arguments);
  }

  /** As {@link #debug}, of higher level. */
  public void warn(String format, @Nullable Object... arguments) {
    log(Level.WARN, format, arguments);
  }

  /** As {@link #debug}, of higher level. */
  public void error(String format, @Nullable Object... arguments) {
    log(Level.ERROR, format, arguments);
  }

  /**
   * As {@link #debug}, of a level that is found out.
   *
   * @param thrown comes with its stack traces, if there is one
   */
  public void log(
      Level level, @Nullable Throwable thrown, String format, @Nullable Object... arguments) {
    if (isEnabled(level)) {
      tell(level, MessageFormatter.arrayFormat(format, arguments, thrown));
    }
  }

  private void log(Level level, String format, @Nullable Object... arguments) {
    if (isEnabled(level)) {
      tell(level, MessageFormatter.arrayFormat(format, arguments));
    }
  }

  private void tell(Level level, FormattingTuple told) {
    String line = redaction.line(String.valueOf(told.getMessage()));
    Throwable failure = told.getThrowable() == null ? null : redaction.visible(told.getThrowable());
    if (log instanceof LocationAwareLogger aware) {
      aware.log(null, CALLER, level.toInt(), line, null, failure);
    } else {
      tell(level, line, failure);
    }
  }

  private void tell(Level level, String line, @Nullable Throwable failure) {
    switch (level) {
      case TRACE -> log.trace(line, failure);
      case DEBUG -> log.debug(line, failure);
      case INFO -> log.info(line, failure);
      case WARN -> log.warn(line, failure);
      case ERROR -> log.error(line, failure);
    }
  }

  /** SLF4J 1.7 can't be asked by level. */
  private boolean isEnabled(Level level) {
    return switch (level) {
      case TRACE -> log.isTraceEnabled();
      case DEBUG -> log.isDebugEnabled();
      case INFO -> log.isInfoEnabled();
      case WARN -> log.isWarnEnabled();
      case ERROR -> log.isErrorEnabled();
    };
  }
}
