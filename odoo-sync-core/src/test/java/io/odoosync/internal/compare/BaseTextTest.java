package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.internal.field.FieldValues;
import org.junit.jupiter.api.Test;

/** What the id store's text of a base says, read again. */
class BaseTextTest {

  private static final Base SENT =
      Base.of(FieldValues.builder().set("city", FieldValue.of("Lyon")).build());
  private static final MappedFrom MAPPED = new MappedFrom("0123456789abcdef", "fedcba9876543210");

  private static Base again(Base base) {
    return Base.parse(base.text());
  }

  @Test
  void parse_guest_isGuestUntilItIsAnOwnerAgain() {
    Base guest = again(SENT.asGuest());
    assertThat(guest.isGuest()).isTrue();
    assertThat(again(guest.asOwner())).isEqualTo(SENT);
    assertThat(again(guest.asOwner()).isGuest()).isFalse();
  }

  @Test
  void isGuest_text_saysWhatItsBaseSays() {
    assertThat(Base.isGuest(SENT.asGuest().text())).isTrue();
    assertThat(Base.isGuest(SENT.text())).isFalse();
    assertThat(Base.isGuest(null)).isFalse();
  }

  @Test
  void isGuest_hostsValueIsThatWord_isFalse() {
    Base word = Base.of(FieldValues.builder().set("city", FieldValue.of("guest")).build());
    assertThat(Base.isGuest(word.text())).isFalse();
  }

  @Test
  void parse_document_isItsFingerprint() {
    assertThat(again(Base.nothing().ofDocument("abc")).document()).hasValue("abc");
    assertThat(again(SENT).document()).isEmpty();
  }

  @Test
  void parse_mappedFrom_isBothFingerprints() {
    assertThat(again(SENT.mappedFrom(MAPPED)).mappedFrom()).hasValue(MAPPED);
    assertThat(again(SENT).mappedFrom()).isEmpty();
  }

  @Test
  void mappedFromOf_another_takesOnlyWhatTheHostsRecordWas() {
    Base other = Base.nothing().ofDocument("abc").mappedFrom(MAPPED);
    assertThat(SENT.mappedFromOf(other)).isEqualTo(SENT.mappedFrom(MAPPED));
    assertThat(SENT.mappedFrom(MAPPED).mappedFromOf(SENT)).isEqualTo(SENT);
  }

  @Test
  void isNothing_withoutFields_isTrueUnlessAsIs() {
    assertThat(again(Base.nothing()).isNothing()).isTrue();
    assertThat(again(SENT).isNothing()).isFalse();
    assertThat(again(Base.asIs()).isNothing()).isFalse();
  }

  @Test
  void equals_anotherText_isFalse() {
    assertThat(SENT).isNotEqualTo(SENT.asGuest()).isNotEqualTo(SENT.text());
    assertThat(again(SENT)).hasSameHashCodeAs(SENT);
    assertThat(SENT.hashCode()).isNotEqualTo(SENT.asGuest().hashCode());
  }
}
