package io.odoosync.docs.reference;

import io.odoosync.docs.source.Declarations;
import io.odoosync.docs.source.JavaSources;
import io.odoosync.docs.source.Javadoc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * What can be set on the public builders, from their Javadoc. Begins with the three that a host
 * holds, and follows what their setters take: an options type that is added is listed by itself.
 */
public final class BuilderOptions {

  private static final List<String> FIRST =
      List.of(
          "io.odoosync.SyncEngineBuilder",
          "io.odoosync.odoo.OdooConnection.Builder",
          "io.odoosync.jdbc.JdbcStores.Builder");

  private static final Pattern SAYS_DEFAULT = Pattern.compile("\\b(Default|Required|Without)\\b");

  private BuilderOptions() {}

  static String section(JavaSources sources) {
    return "## Builders\n\n"
        + types(sources).stream().map(type -> section(sources, type)).collect(Collectors.joining());
  }

  /**
   * The builders and the types that are changed by methods of their own.
   *
   * @param sources of the modules
   * @return in the order in which a host comes across them
   */
  public static Set<TypeElement> types(JavaSources sources) {
    Set<TypeElement> found = new LinkedHashSet<>();
    Deque<TypeElement> waiting =
        FIRST.stream().map(sources::type).collect(Collectors.toCollection(ArrayDeque::new));
    while (!waiting.isEmpty()) {
      TypeElement type = waiting.remove();
      if (found.add(type)) {
        setters(type)
            .flatMap(setter -> setter.getParameters().stream())
            .flatMap(parameter -> settable(sources, parameter.asType()))
            .forEach(waiting::add);
      }
    }
    return found;
  }

  /** The type itself if its own methods change it, or its builder. */
  private static Stream<TypeElement> settable(JavaSources sources, TypeMirror taken) {
    if (!(taken instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement type)
        || !sources.has(type)
        || !(type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD)) {
      return Stream.empty();
    }
    return Stream.concat(
            ElementFilter.typesIn(type.getEnclosedElements()).stream()
                .filter(nested -> nested.getSimpleName().contentEquals("Builder")),
            Stream.of(type))
        .filter(candidate -> setters(candidate).findAny().isPresent())
        .limit(1);
  }

  /** Public methods that give the same type again, one that is changed. */
  static Stream<ExecutableElement> setters(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .filter(method -> method.getReturnType().toString().equals(type.asType().toString()));
  }

  private static String section(JavaSources sources, TypeElement type) {
    return "### `"
        + Declarations.name(type)
        + "`\n\n"
        + sources.javadoc(type).map(Javadoc::paragraph).orElse("")
        + "\n\n"
        + parts(sources, type)
        + limits(sources, type)
        + setters(type).map(setter -> option(sources, type, setter)).collect(Collectors.joining());
  }

  /** Of a record, what it is made of. */
  private static String parts(JavaSources sources, TypeElement type) {
    return list(
        type.getRecordComponents().stream()
            .map(part -> part.getSimpleName().toString())
            .flatMap(
                part ->
                    sources.javadoc(type).stream()
                        .map(text -> "`" + part + "`: " + text.parameter(part))));
  }

  /** Constants with numbers and times: defaults, the least, the most. */
  private static String limits(JavaSources sources, TypeElement type) {
    TypeElement owner =
        type.getSimpleName().contentEquals("Builder")
            ? Declarations.type(Declarations.around(type))
            : type;
    return list(
        ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
            .filter(field -> field.getModifiers().contains(Modifier.PUBLIC))
            .flatMap(
                field ->
                    sources.javadoc(field).stream()
                        .map(text -> "`" + field.getSimpleName() + "`: " + text.paragraph())));
  }

  private static String list(Stream<String> items) {
    String list = items.map(item -> "- " + item + "\n").collect(Collectors.joining());
    return list.isEmpty() ? "" : list + "\n";
  }

  /** What the Javadoc says, and what is so without it if the Javadoc says nothing of that. */
  private static String option(JavaSources sources, TypeElement type, ExecutableElement setter) {
    String text = sources.javadoc(setter).map(Javadoc::paragraph).orElse("");
    String initial = SAYS_DEFAULT.matcher(text).find() ? "" : initially(sources, type, setter);
    return "#### `"
        + signature(setter)
        + "`\n\n"
        + text
        + (initial.isEmpty() ? "" : " Default: " + initial + ".")
        + "\n\n";
  }

  /** What the builder's field of that name begins with, if that is a constant. */
  private static String initially(JavaSources sources, TypeElement type, ExecutableElement setter) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(setter.getSimpleName()))
        .map(field -> Initial.of(sources, field))
        .filter(value -> !value.isEmpty())
        .map(value -> "`" + value + "`")
        .collect(Collectors.joining());
  }

  private static String signature(ExecutableElement setter) {
    String prefix =
        setter.getModifiers().contains(Modifier.STATIC)
            ? Declarations.type(setter).getSimpleName() + "."
            : "";
    return prefix
        + setter.getSimpleName()
        + setter.getParameters().stream()
            .map(BuilderOptions::parameter)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String parameter(VariableElement parameter) {
    String type =
        parameter
            .asType()
            .toString()
            .replaceAll("@[A-Za-z.]+(\\([^)]*\\))?,? ?", "")
            .replaceAll("\\b[a-z0-9]+\\.", "");
    return type + " " + parameter.getSimpleName();
  }
}
