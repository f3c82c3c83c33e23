package io.odoosync.spring.tests;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * What a native image is told, {@code META-INF/native-image}, against what the classes do: each
 * class that reflects or reads resources is known here, and the metadata names what it asks for.
 */
class NativeMetadataTest {

  private static final String METADATA = "META-INF/native-image/io.odoosync/";
  private static final Pattern TYPE_NAME = Pattern.compile("([a-z]+\\.)+[A-Z]\\w+");

  private static final PathMatchingResourcePatternResolver FILES =
      new PathMatchingResourcePatternResolver();

  /** Calls whose outcome the builder of an image can't foresee. */
  private static final Map<String, Set<String>> DYNAMIC =
      Map.of(
          "java/lang/Class",
          Set.of(
              "forName",
              "getMethod",
              "getMethods",
              "getDeclaredMethod",
              "getDeclaredMethods",
              "getField",
              "getFields",
              "getDeclaredField",
              "getDeclaredFields",
              "getConstructor",
              "getConstructors",
              "getDeclaredConstructor",
              "getDeclaredConstructors",
              "getRecordComponents",
              "getResource",
              "getResourceAsStream"),
          "java/lang/ClassLoader",
          Set.of("loadClass", "getResource", "getResources", "getResourceAsStream"),
          "java/util/ServiceLoader",
          Set.of("load"),
          "java/util/ResourceBundle",
          Set.of("getBundle"),
          "java/lang/reflect/Proxy",
          Set.of("newProxyInstance"),
          "java/io/ObjectInputStream",
          Set.of("readObject"),
          "com/fasterxml/jackson/databind/ObjectMapper",
          Set.of("convertValue", "treeToValue"));

  /** What a class does: its dynamic calls, and its texts. */
  private record Deeds(Set<String> calls, Set<String> texts) {}

  /** An entry of reflect-config.json. */
  private record Entry(String origin, String type, Set<String> methods, JsonNode json) {}

  private static Map<String, Deeds> reflecting() throws IOException {
    Map<String, Deeds> found = new TreeMap<>();
    for (Resource file : FILES.getResources("classpath*:io/odoosync/**/*.class")) {
      if (!file.getURL().getPath().contains("/test-classes/")) {
        ClassReader reader = new ClassReader(bytes(file));
        Deeds deeds = deeds(reader);
        if (!deeds.calls().isEmpty()) {
          found.put(reader.getClassName().replace('/', '.'), deeds);
        }
      }
    }
    return found;
  }

  private static byte[] bytes(Resource file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      return in.readAllBytes();
    }
  }

  private static Deeds deeds(ClassReader reader) {
    Deeds deeds = new Deeds(new TreeSet<>(), new TreeSet<>());
    MethodVisitor ofMethod =
        new MethodVisitor(SpringAsmInfo.ASM_VERSION) {
          @Override
          public void visitMethodInsn(
              int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (DYNAMIC.getOrDefault(owner, Set.of()).contains(name)) {
              deeds.calls().add(name);
            }
          }

          @Override
          public void visitLdcInsn(Object value) {
            if (value instanceof String text) {
              deeds.texts().add(text);
            }
          }
        };
    reader.accept(
        new ClassVisitor(SpringAsmInfo.ASM_VERSION) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return ofMethod;
          }
        },
        ClassReader.SKIP_DEBUG);
    return deeds;
  }

  private static List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Resource file : FILES.getResources("classpath*:" + METADATA + "*/reflect-config.json")) {
      for (JsonNode json : new ObjectMapper().readTree(bytes(file))) {
        Set<String> methods = new TreeSet<>();
        json.get("methods").forEach(method -> methods.add(method.get("name").asText()));
        entries.add(
            new Entry(
                json.get("condition").get("typeReachable").asText(),
                json.get("name").asText(),
                methods,
                json));
      }
    }
    return entries;
  }

  private static List<Pattern> resourcePatterns() throws IOException {
    List<Pattern> patterns = new ArrayList<>();
    for (Resource file : FILES.getResources("classpath*:" + METADATA + "*/resource-config.json")) {
      for (JsonNode each : new ObjectMapper().readTree(bytes(file)).at("/resources/includes")) {
        patterns.add(Pattern.compile(each.get("pattern").asText()));
      }
    }
    return patterns;
  }

  @Test
  void classes_thatReflectOrReadResources_areThoseOfTheMetadata() throws IOException {
    Set<String> known = new TreeSet<>();
    entries().forEach(entry -> known.add(entry.origin()));
    known.add("io.odoosync.jdbc.Ddl");
    known.add("io.odoosync.testkit.internal.schema.Schema");

    assertThat(reflecting()).containsOnlyKeys(known);
  }

  @Test
  void reflection_typesAndMethodsNamedInTheCode_areInTheMetadata() throws Exception {
    Map<String, Deeds> reflecting = reflecting();
    Map<String, Set<String>> named = new TreeMap<>();
    Map<String, Set<String>> asked = new TreeMap<>();
    for (Entry entry : entries()) {
      Set<String> texts = reflecting.get(entry.origin()).texts();
      Set<String> names = named.computeIfAbsent(entry.origin(), origin -> new TreeSet<>());
      Set<String> askedFor = asked.computeIfAbsent(entry.origin(), origin -> new TreeSet<>());
      names.add(entry.type());
      names.addAll(entry.methods());
      askedFor.add(entry.type());
      texts.stream()
          .filter(text -> TYPE_NAME.matcher(text).matches())
          .filter(text -> ClassUtils.isPresent(text, null))
          .forEach(askedFor::add);
      askedFor.addAll(publicMethods(entry.type(), texts));
    }

    assertThat(asked).isEqualTo(named);
  }

  /** Those of the names that are public methods of a type; none if it is not here. */
  private static Set<String> publicMethods(String type, Set<String> names) throws Exception {
    if (!ClassUtils.isPresent(type, null)) {
      return Set.of();
    }
    return Arrays.stream(Class.forName(type).getMethods())
        .map(Method::getName)
        .filter(names::contains)
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void reflection_methodsOfTheMetadata_areInThisSpring() throws Exception {
    Set<String> checked = new HashSet<>();
    for (Entry entry : entries()) {
      if (ClassUtils.isPresent(entry.type(), null)) {
        checked.add(ClassUtils.getShortName(entry.type()));
        for (JsonNode method : entry.json().get("methods")) {
          List<Class<?>> parameters = new ArrayList<>();
          for (JsonNode parameter : method.get("parameterTypes")) {
            parameters.add(Class.forName(parameter.asText()));
          }
          Class.forName(entry.type())
              .getMethod(method.get("name").asText(), parameters.toArray(Class<?>[]::new));
        }
      }
    }

    assertThat(checked)
        .containsExactlyInAnyOrder(
            "TransactionSynchronizationManager",
            "TransactionSynchronizationRegistry",
            "DataSourceUtils",
            "DelegatingDataSource");
  }

  @Test
  void resources_ofTheJars_areInTheMetadata() throws IOException {
    List<String> resources = new ArrayList<>();
    for (String folder : List.of("io/odoosync/jdbc/", "io/odoosync/testkit/")) {
      for (Resource file : FILES.getResources("classpath*:" + folder + "**/*.*")) {
        String path = file.getURL().getPath();
        if (!path.endsWith(".class")) {
          resources.add(path.substring(path.lastIndexOf(folder)));
        }
      }
    }

    assertThat(resources)
        .contains(
            "io/odoosync/jdbc/db-migration/changelog.xml",
            "io/odoosync/jdbc/db-migration/postgresql/V1__tables.sql")
        .allSatisfy(
            resource ->
                assertThat(resourcePatterns())
                    .as(resource)
                    .anyMatch(pattern -> pattern.matcher(resource).matches()));
  }
}
