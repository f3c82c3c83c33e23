package io.odoosync.internal.field;

import static io.odoosync.testing.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.testing.Gen;
import io.odoosync.testing.Numbers;
import io.odoosync.testing.Texts;
import org.junit.jupiter.api.Test;

/** What must hold of the external ids of all keys, whatever the host's ids look like. */
class ExternalIdPropertiesTest {

  private static final String NAMESPACE = "__app__";
  private static final String MODEL = "res.partner";

  private static final String LOAD_SAFE = "[A-Za-z0-9_-]+";

  /** All of Unicode that a key may hold. */
  private static final Gen<String> CHARACTERS =
      Texts.codePoints().suchThat(ExternalIdPropertiesTest::isAllowed).map(Character::toString);

  private static final Gen<String> IDS = Texts.joined(CHARACTERS, 1, 30);

  private static final Gen<String> ESCAPES =
      Texts.joined(
          Gen.of("_", "__", "_2", "_20", "_5f", "_5F", "_c3", "_zz", "20", "-", "%20", "."), 1, 20);

  private static final Gen<String> NAMES =
      Gen.oneOf(IDS, ESCAPES, ESCAPES.map(id -> "res_partner_teacher_" + id));

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final Gen<String> FIRST_LETTERS = Texts.textsOf(LETTERS, 1, 1);
  private static final Gen<String> FURTHER_LETTERS = Texts.textsOf(LETTERS + "0123456789_", 0, 39);

  private static final Gen<LocalKey> ANY_KEYS =
      any -> LocalKey.of(FIRST_LETTERS.from(any) + FURTHER_LETTERS.from(any), IDS.from(any));

  private static final Gen<String> FEW_KINDS = Gen.of("a", "b", "A", "a2", "a_2");
  private static final Gen<String> FEW_IDS = Gen.of("2", "a", "a_2", "2_a", "-2");

  /** So few that two of them are often alike, or in one part. */
  private static final Gen<LocalKey> FEW_KEYS =
      any -> LocalKey.of(FEW_KINDS.from(any), FEW_IDS.from(any));

  private static final Gen<LocalKey> KEYS = Gen.oneOf(FEW_KEYS, ANY_KEYS);

  @Test
  void parse_idOfAnyKey_givesTheKeyBack() {
    forAll(KEYS, ExternalIdPropertiesTest::assertReadBack);
  }

  @Test
  void of_twoKeys_collideOnlyIfEqual() {
    forAll(
        KEYS,
        KEYS,
        (one, two) ->
            assertThat(externalId(one).equals(externalId(two))).isEqualTo(one.equals(two)));
  }

  /** Random pairs are hardly ever alike; these differ in a single character. */
  @Test
  void of_keysThatDifferInOneCharacter_doNotCollide() {
    forAll(
        IDS,
        CHARACTERS,
        CHARACTERS,
        (id, one, two) ->
            assertThat(externalId(teacher(one + id)).equals(externalId(teacher(two + id))))
                .isEqualTo(one.equals(two)));
  }

  /** Escapes look like text: {@code _20} must not be taken for an escaped blank. */
  @Test
  void parse_idsThatLookEscaped_areTakenAsTheyAre() {
    forAll(ESCAPES, id -> assertReadBack(teacher(id)));
  }

  @Test
  void of_anyKey_holdsOnlyWhatLoadTakes() {
    forAll(KEYS, key -> assertThat(externalId(key).name()).matches(LOAD_SAFE));
  }

  @Test
  void of_otherModel_neverCollides() {
    forAll(
        KEYS,
        KEYS,
        (one, two) ->
            assertThat(ExternalId.of(NAMESPACE, "crm.lead", one)).isNotEqualTo(externalId(two)));
  }

  @Test
  void ofLine_anyNumber_neverCollidesWithARecord() {
    forAll(
        KEYS,
        KEYS,
        Numbers.integers(1, Integer.MAX_VALUE),
        (one, two, number) -> {
          ExternalId line = ExternalId.ofLine(NAMESPACE, MODEL, one, number);
          assertThat(line).isNotEqualTo(externalId(two));
          assertThat(ExternalId.parse(NAMESPACE, MODEL, line.name())).isEmpty();
        });
  }

  /** What somebody else named in our namespace is nobody's, or else reads back as it is. */
  @Test
  void parse_anyText_isEmptyOrExact() {
    forAll(
        NAMES,
        name ->
            ExternalId.parse(NAMESPACE, MODEL, name)
                .ifPresent(key -> assertThat(externalId(key).name()).isEqualTo(name)));
  }

  private static void assertReadBack(LocalKey key) {
    assertThat(ExternalId.parse(NAMESPACE, MODEL, externalId(key).name())).hasValue(key);
  }

  private static ExternalId externalId(LocalKey key) {
    return ExternalId.of(NAMESPACE, MODEL, key);
  }

  private static LocalKey teacher(String id) {
    return LocalKey.of("teacher", id);
  }

  private static boolean isAllowed(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }
}
