package io.odoosync.spring;

import org.springframework.beans.factory.BeanCreationException;

/** The configuration lacks something, or has something that can't be. Never holds a value. */
final class InvalidSyncPropertyException extends BeanCreationException {

  private static final long serialVersionUID = 1L;

  private final String action;

  /**
   * Says what is wrong.
   *
   * @param what a sentence that names the property
   * @param action what to do about it
   */
  InvalidSyncPropertyException(String what, String action) {
    super(what + " " + action);
    this.what = what;
    this.action = action;
  }

  private final String what;

  String what() {
    return what;
  }

  String action() {
    return action;
  }
}
