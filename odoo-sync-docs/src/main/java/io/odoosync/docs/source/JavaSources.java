package io.odoosync.docs.source;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Java sources, parsed and attributed: every name in them is known to stand for a declaration. Read
 * by the compiler of the JDK, which needs nothing else and is as current as Java.
 */
public final class JavaSources {

  private final List<CompilationUnitTree> units;
  private final DocTrees trees;
  private final JavacTask task;

  private JavaSources(List<CompilationUnitTree> units, JavacTask task) {
    this.units = List.copyOf(units);
    this.trees = DocTrees.instance(task);
    this.task = task;
  }

  /**
   * Reads all sources below some folders, with what this program's class path has for what they
   * import.
   *
   * @param roots folders of packages
   * @return the sources
   * @throws IllegalStateException if one of them does not compile
   */
  public static JavaSources of(List<Path> roots) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("the documentation is made with a JDK, not with a JRE");
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StandardJavaFileManager files =
        compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8);
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                files,
                found,
                List.of("-proc:none", "-Xlint:none", "-implicit:none"),
                null,
                files.getJavaFileObjectsFromPaths(below(roots)));
    try {
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      found.getDiagnostics().stream()
          .filter(any -> any.getKind() == Diagnostic.Kind.ERROR)
          .findFirst()
          .ifPresent(JavaSources::refuse);
      return new JavaSources(units, task);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(Diagnostic<? extends JavaFileObject> error) {
    throw new IllegalStateException(error.toString());
  }

  private static List<Path> below(List<Path> roots) {
    return roots.stream()
        .flatMap(JavaSources::files)
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> !file.endsWith("module-info.java"))
        .sorted()
        .toList();
  }

  private static Stream<Path> files(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All files.
   *
   * @return in the order of their names
   */
  public List<CompilationUnitTree> units() {
    return units;
  }

  /**
   * What the compiler knows of the trees.
   *
   * @return the compiler's view
   */
  public DocTrees trees() {
    return trees;
  }

  /**
   * A type of theirs.
   *
   * @param name its canonical name
   * @return the type
   * @throws IllegalArgumentException if there is none
   */
  public TypeElement type(String name) {
    TypeElement type = task.getElements().getTypeElement(name);
    if (type == null) {
      throw new IllegalArgumentException("there is no type " + name);
    }
    return type;
  }

  /**
   * Whether something is declared in these sources, not in a library.
   *
   * @param element a declaration
   * @return {@code true} if its source is here
   */
  public boolean has(Element element) {
    return trees.getPath(element) != null;
  }

  /**
   * Whether a type can be thrown.
   *
   * @param type a type
   * @return {@code true} for exceptions and errors
   */
  public boolean isThrowable(TypeElement type) {
    return task.getTypes().isSubtype(type.asType(), type("java.lang.Throwable").asType());
  }

  /**
   * What is written above a declaration.
   *
   * @param element a declaration
   * @return its Javadoc; empty if it has none
   */
  public Optional<Javadoc> javadoc(Element element) {
    @Nullable TreePath path = trees.getPath(element);
    @Nullable DocCommentTree comment = path == null ? null : trees.getDocCommentTree(path);
    return comment == null ? Optional.empty() : Optional.of(new Javadoc(trees, path, comment));
  }
}
