package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of the external ids of all keys, whatever the host's ids look like. */
class ExternalIdPropertiesTest {

  private static final String NAMESPACE = "__app__";
  private static final String MODEL = "res.partner";

  private static final String LOAD_SAFE = "[A-Za-z0-9_-]+";

  @Property
  void parse_idOfAnyKey_givesTheKeyBack(@ForAll("keys") LocalKey key) {
    ExternalId id = ExternalId.of(NAMESPACE, MODEL, key);

    assertThat(ExternalId.parse(NAMESPACE, MODEL, id.name())).hasValue(key);
  }

  @Property
  void of_twoKeys_collideOnlyIfEqual(@ForAll("keys") LocalKey one, @ForAll("keys") LocalKey two) {
    boolean same =
        ExternalId.of(NAMESPACE, MODEL, one).equals(ExternalId.of(NAMESPACE, MODEL, two));

    assertThat(same).isEqualTo(one.equals(two));
  }

  /** Random pairs are hardly ever alike; these differ in a single character. */
  @Property
  void of_keysThatDifferInOneCharacter_doNotCollide(
      @ForAll("ids") String id,
      @ForAll("characters") String one,
      @ForAll("characters") String two) {
    LocalKey first = LocalKey.of("teacher", one + id);
    LocalKey second = LocalKey.of("teacher", two + id);

    assertThat(
            ExternalId.of(NAMESPACE, MODEL, first).equals(ExternalId.of(NAMESPACE, MODEL, second)))
        .isEqualTo(one.equals(two));
  }

  /** Escapes look like text: {@code _20} must not be taken for an escaped blank. */
  @Property
  void parse_idsThatLookEscaped_areTakenAsTheyAre(@ForAll("escapes") String id) {
    LocalKey key = LocalKey.of("teacher", id);

    assertThat(ExternalId.parse(NAMESPACE, MODEL, ExternalId.of(NAMESPACE, MODEL, key).name()))
        .hasValue(key);
  }

  @Property
  void of_anyKey_holdsOnlyWhatLoadTakes(@ForAll("keys") LocalKey key) {
    assertThat(ExternalId.of(NAMESPACE, MODEL, key).name()).matches(LOAD_SAFE);
  }

  @Property
  void of_otherModel_neverCollides(@ForAll("keys") LocalKey one, @ForAll("keys") LocalKey two) {
    assertThat(ExternalId.of(NAMESPACE, "crm.lead", one))
        .isNotEqualTo(ExternalId.of(NAMESPACE, MODEL, two));
  }

  @Property
  void ofLine_anyNumber_neverCollidesWithARecord(
      @ForAll("keys") LocalKey one, @ForAll("keys") LocalKey two) {
    assertThat(ExternalId.ofLine(NAMESPACE, MODEL, one, 1))
        .isNotEqualTo(ExternalId.of(NAMESPACE, MODEL, two));
    assertThat(
            ExternalId.parse(NAMESPACE, MODEL, ExternalId.ofLine(NAMESPACE, MODEL, one, 1).name()))
        .isEmpty();
  }

  /** What somebody else named in our namespace is nobody's, or else reads back as it is. */
  @Property
  void parse_anyText_isEmptyOrExact(@ForAll("names") String name) {
    ExternalId.parse(NAMESPACE, MODEL, name)
        .ifPresent(key -> assertThat(ExternalId.of(NAMESPACE, MODEL, key).name()).isEqualTo(name));
  }

  @Provide
  Arbitrary<LocalKey> keys() {
    Arbitrary<String> kinds =
        Combinators.combine(
                Arbitraries.strings().alpha().ofLength(1),
                Arbitraries.strings().alpha().numeric().withChars('_').ofMaxLength(39))
            .as((first, rest) -> first + rest);
    return Combinators.combine(kinds, ids()).as(LocalKey::of);
  }

  /** All of Unicode. */
  @Provide
  Arbitrary<String> ids() {
    return characters().list().ofMinSize(1).ofMaxSize(30).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> characters() {
    return Arbitraries.integers()
        .between(0, Character.MAX_CODE_POINT)
        .filter(ExternalIdPropertiesTest::isAllowed)
        .map(Character::toString);
  }

  @Provide
  Arbitrary<String> escapes() {
    return Arbitraries.of("_", "__", "_2", "_20", "_5f", "_5F", "_c3", "_zz", "20", "-", "%20", ".")
        .list()
        .ofMinSize(1)
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(ids(), escapes(), escapes().map(id -> "res_partner_teacher_" + id));
  }

  private static boolean isAllowed(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }
}
