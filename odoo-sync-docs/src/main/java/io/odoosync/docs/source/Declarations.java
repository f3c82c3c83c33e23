package io.odoosync.docs.source;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Where declarations are. */
public final class Declarations {

  private Declarations() {}

  /**
   * What a declaration is part of.
   *
   * @param member anything but a module
   * @return a method, a type, a package
   */
  public static Element around(Element member) {
    return Objects.requireNonNull(member.getEnclosingElement());
  }

  /**
   * The type that a declaration is part of.
   *
   * @param member a type, a member of one, or something within such
   * @return the type itself, or the nearest around it
   */
  public static TypeElement type(Element member) {
    Element type = member;
    while (!(type instanceof TypeElement)) {
      type = around(type);
    }
    return (TypeElement) type;
  }

  /**
   * A type's name as sources have it.
   *
   * @param type a type
   * @return without its package: {@code Outer.Inner}
   */
  public static String name(TypeElement type) {
    return around(type) instanceof TypeElement outer
        ? name(outer) + "." + type.getSimpleName()
        : type.getSimpleName().toString();
  }
}
