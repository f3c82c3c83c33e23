package io.odoosync.internal.lead;

import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.internal.intake.spool.RecordInput;
import io.odoosync.internal.intake.spool.RecordOutput;
import io.odoosync.source.Money;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelContact;
import io.odoosync.source.TravelState;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Writes travels down, and reads them back. */
final class TravelCodec implements RecordCodec<Travel> {

  @Override
  public void write(Travel travel, RecordOutput out) throws IOException {
    out.key(travel.key());
    out.text(travel.title());
    out.constant(travel.state());
    out.optional(travel.customer(), out::key);
    out.optional(travel.contact(), contact -> write(contact, out));
    out.optional(travel.expectedRevenue(), money -> write(money, out));
    out.optional(travel.departure(), out::day);
    out.optional(travel.returnDate(), out::day);
    out.optional(travel.expectedClosing(), out::day);
    out.text(travel.description());
    out.optional(travel.priority(), out::number);
    out.optional(travel.tags(), tags -> out.list(tags, out::text));
    out.optional(travel.salesperson(), out::reference);
    out.optional(travel.team(), out::reference);
    out.text(travel.lostReason());
    out.optional(travel.odooId(), out::longNumber);
    out.optional(travel.updatedAt(), out::moment);
    out.map(travel.extra(), out::value);
  }

  private static void write(TravelContact contact, RecordOutput out) throws IOException {
    out.text(contact.name());
    out.text(contact.organisation());
    out.text(contact.email());
    out.text(contact.phone());
  }

  private static void write(Money money, RecordOutput out) throws IOException {
    out.decimal(money.amount());
    out.text(money.currency());
  }

  @Override
  public Travel read(RecordInput in) throws IOException {
    Travel.Builder travel =
        Travel.builder(in.key())
            .title(in.text())
            .state(Objects.requireNonNull(in.constant(TravelState.values())))
            .customer(in.optional(in::key))
            .contact(in.optional(() -> contact(in)))
            .expectedRevenue(in.optional(() -> new Money(in.decimal(), in.requiredText())))
            .departure(in.optional(in::day))
            .returnDate(in.optional(in::day))
            .expectedClosing(in.optional(in::day))
            .description(in.text())
            .priority(in.optional(in::number))
            .tags(in.optional(() -> tags(in)))
            .salesperson(in.optional(in::reference))
            .team(in.optional(in::reference))
            .lostReason(in.text())
            .odooId(in.optional(in::longNumber))
            .updatedAt(in.optional(in::moment));
    in.map(in::value).forEach(travel::extra);
    return travel.build();
  }

  private static TravelContact contact(RecordInput in) throws IOException {
    return TravelContact.builder()
        .name(in.text())
        .organisation(in.text())
        .email(in.text())
        .phone(in.text())
        .build();
  }

  private static List<String> tags(RecordInput in) throws IOException {
    return in.list(in::requiredText);
  }
}
