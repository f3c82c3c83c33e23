package io.odoosync.internal.lead;

import static io.odoosync.internal.intake.spool.RoundTrip.maybe;
import static io.odoosync.internal.intake.spool.RoundTrip.text;

import io.odoosync.internal.intake.spool.RoundTrip;
import io.odoosync.source.Money;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelContact;
import io.odoosync.source.TravelState;
import io.odoosync.testing.Choices;
import io.odoosync.testing.Gen;
import io.odoosync.testing.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

class TravelCodecPropertiesTest {

  @Test
  void travel_readBack_isTheSame() {
    Property.forAll(
        TravelCodecPropertiesTest::travel, travel -> RoundTrip.check(new TravelCodec(), travel));
  }

  private static Travel travel(Choices any) {
    Travel.Builder travel =
        Travel.builder(RoundTrip.key(any))
            .title(text(any))
            .state(Gen.of(TravelState.values()).from(any))
            .customer(maybe(RoundTrip::key, any))
            .contact(maybe(TravelCodecPropertiesTest::contact, any))
            .expectedRevenue(maybe(choices -> new Money(RoundTrip.decimal(choices), "EUR"), any))
            .departure(maybe(RoundTrip::day, any))
            .returnDate(maybe(RoundTrip::day, any))
            .expectedClosing(maybe(RoundTrip::day, any))
            .description(text(any))
            .priority(maybe(choices -> choices.below(Travel.MAX_PRIORITY + 1), any))
            .tags(maybe(choices -> List.of("é" + choices.below(9), "b"), any))
            .salesperson(maybe(RoundTrip::reference, any))
            .team(maybe(RoundTrip::reference, any))
            .lostReason(text(any))
            .odooId(maybe(choices -> 1L + choices.below(1_000_000), any))
            .updatedAt(maybe(RoundTrip::moment, any));
    for (int extra = any.below(3); extra > 0; extra--) {
      travel.extra("x_" + any.below(9), RoundTrip.value(any));
    }
    return travel.build();
  }

  private static TravelContact contact(Choices any) {
    return TravelContact.builder()
        .name(text(any))
        .organisation(text(any))
        .email(text(any))
        .phone(text(any))
        .build();
  }
}
