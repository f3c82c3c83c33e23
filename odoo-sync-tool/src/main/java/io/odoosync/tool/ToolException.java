package io.odoosync.tool;

/** Why a command can't be done, in words for who gave it. */
final class ToolException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private ToolException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  private ToolException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The command says too little, or what it must not. */
  static ToolException usage(String message) {
    return new ToolException(Main.USAGE, message);
  }

  /** Something is not there, or can't be read. */
  static ToolException notFoundOut(String message) {
    return new ToolException(Main.NOT_FOUND_OUT, message);
  }

  /** Something is not there, or can't be read. */
  static ToolException notFoundOut(String message, Throwable cause) {
    return new ToolException(Main.NOT_FOUND_OUT, message, cause);
  }

  int exitCode() {
    return exitCode;
  }
}
