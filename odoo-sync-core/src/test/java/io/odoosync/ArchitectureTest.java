package io.odoosync;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.odoosync.source.SourceRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.Level;

/** The rooms of the house: which there are, who may know whom, and what general rooms must not. */
class ArchitectureTest {

  private static final String ROOT = "io.odoosync";

  private static final Set<String> EXPORTED =
      Set.of("", ".conflict", ".odoo", ".plan", ".report", ".source", ".store");

  /** Each room may use those after it; the rooms of one step do not use each other. */
  private static final List<Set<String>> ORDER =
      List.of(
          Set.of("run"),
          Set.of("contact", "lead", "invoice"),
          Set.of("stage"),
          Set.of("step"),
          Set.of("exchange"),
          Set.of("intake", "log", "change"),
          Set.of("state"),
          Set.of("compare"),
          Set.of("field"),
          Set.of("transport", "html"),
          Set.of("text", "number"));

  private static final Set<String> KINDS = Set.of("contact", "lead", "invoice");

  /** The ways in: they put everything together, so nothing but other doors may know them. */
  private static final Set<String> DOORS = Set.of("SyncEngine", "SyncEngineBuilder", "OdooClient");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  static Stream<String> rooms() {
    return ORDER.stream().flatMap(Set::stream).sorted();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void room_usesOnlyRoomsAfterIt(String room) {
    int position = position(room);
    String[] forbidden =
        ORDER.subList(0, position + 1).stream()
            .flatMap(Set::stream)
            .filter(other -> !other.equals(room))
            .map(ArchitectureTest::packages)
            .toArray(String[]::new);
    if (forbidden.length > 0) {
      noClasses()
          .that()
          .resideInAPackage(packages(room))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden)
          .check(CORE);
    }
  }

  private static int position(String room) {
    for (int i = 0; i < ORDER.size(); i++) {
      if (ORDER.get(i).contains(room)) {
        return i;
      }
    }
    throw new IllegalArgumentException(room);
  }

  private static String packages(String room) {
    return ROOT + ".internal." + room + "..";
  }

  @Test
  void internal_hasNoOtherRooms() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".internal..")
        .should()
        .resideInAnyPackage(rooms().map(ArchitectureTest::packages).toArray(String[]::new))
        .check(CORE);
  }

  @Test
  void packages_haveNoCycles() {
    slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(CORE);
  }

  /** A room is a package; a door is one of its own. */
  private static final class Rooms implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = outermost(type).getSimpleName();
      return DOORS.contains(name)
          ? SliceIdentifier.of("door", name.replace("Builder", ""))
          : SliceIdentifier.of("room", type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "rooms and doors";
    }
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  @Test
  void outsideExportedPackages_onlyInternalIsPublic() {
    classes()
        .that()
        .arePublic()
        .should()
        .resideInAnyPackage(
            Stream.concat(EXPORTED.stream().map(ROOT::concat), Stream.of(ROOT + ".internal.."))
                .toArray(String[]::new))
        .check(CORE);
  }

  @Test
  void generalRooms_nameNoKind() {
    ArchRule noType =
        noClasses()
            .that(inGeneralRooms())
            .should()
            .dependOnClassesThat(ofOneKind())
            .because("what tells one kind from the others belongs to that kind's room");
    noType.check(CORE);
    noClasses().that(inGeneralRooms()).should().accessTargetWhere(namingAKind()).check(CORE);
  }

  /** A file's mark in a request is made once a process and is in no answer. */
  @Test
  void timeChanceAndWaiting_areReadByTheEnvironmentAlone() {
    noClasses()
        .that(
            describe(
                "are not the system's environment",
                type ->
                    !type.getSimpleName().equals("SystemEnvironment")
                        && !type.getSimpleName().equals("MethodCall")))
        .should()
        .callMethodWhere(readingTheWorld())
        .check(CORE);
  }

  /** A line or an exception that goes another way is not redacted. */
  @Test
  void hostsLog_isReachedThroughTheSafeLogAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packages("text"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.slf4j..")
                .and(describe("are not a level's name", type -> !type.isEquivalentTo(Level.class))))
        .orShould()
        .callMethodWhere(
            describe("print a stack trace", access -> access.getName().equals("printStackTrace")))
        .check(CORE);
  }

  /** Hosts have Jackson of their own, of another version or of Jackson 3. */
  @Test
  void exportedSignatures_nameNothingOfJackson() {
    codeUnits()
        .that()
        .areDeclaredInClassesThat(exported())
        .and(describe("are for hosts", ArchitectureTest::isForHosts))
        .should(notHaveInItsSignature(resideInAPackage("com.fasterxml.jackson..")))
        .check(CORE);
    fields()
        .that()
        .areDeclaredInClassesThat(exported())
        .and(describe("are for hosts", ArchitectureTest::isForHosts))
        .should()
        .notHaveRawType(resideInAPackage("com.fasterxml.jackson.."))
        .check(CORE);
  }

  private static DescribedPredicate<JavaClass> exported() {
    return describe(
        "are exported",
        type ->
            outermost(type).getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().startsWith(ROOT + ".internal"));
  }

  private static boolean isForHosts(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static ArchCondition<JavaCodeUnit> notHaveInItsSignature(
      DescribedPredicate<JavaClass> types) {
    return new ArchCondition<>("not have in its signature types that " + types.getDescription()) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        Stream.concat(
                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream()
                    .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
            .filter(types)
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            unit, unit.getFullName() + " has " + type.getName())));
      }
    };
  }

  private static DescribedPredicate<JavaAccess<?>> readingTheWorld() {
    Set<String> owners =
        Set.of(
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.Random",
            "java.security.SecureRandom");
    Set<String> calls =
        Set.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.Thread.sleep",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.UUID.randomUUID",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.lang.Math.random");
    return describe(
        "read time or chance, or wait",
        access ->
            owners.contains(access.getTargetOwner().getName())
                || calls.contains(access.getTargetOwner().getName() + "." + access.getName()));
  }

  private static DescribedPredicate<JavaClass> inGeneralRooms() {
    return describe(
        "are in general rooms",
        type ->
            type.getPackageName().startsWith(ROOT + ".internal.")
                && KINDS.stream().noneMatch(kind -> isIn(kind, type)));
  }

  private static boolean isIn(String room, JavaClass type) {
    return (type.getPackageName() + ".").startsWith(ROOT + ".internal." + room + ".");
  }

  private static DescribedPredicate<JavaClass> ofOneKind() {
    return describe(
        "belong to one kind of record",
        type ->
            type.getPackageName().equals(SourceRecord.class.getPackageName())
                && Stream.of("Contact", "Travel", "Invoice")
                    .anyMatch(outermost(type).getSimpleName()::startsWith));
  }

  private static DescribedPredicate<JavaAccess<?>> namingAKind() {
    return describe(
        "name a kind",
        access ->
            access.getTargetOwner().isEquivalentTo(EntityType.class)
                && Arrays.stream(EntityType.values())
                    .map(EntityType::name)
                    .anyMatch(access.getName()::equals));
  }
}
