package io.odoosync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One test for each row of the table in the planner's Javadoc. */
class PlannerTest {

  private static final LocalKey KEY = LocalKey.of("teacher", 1);
  private static final Contact NEW = Contact.builder(KEY).name("Anne").build();
  private static final Contact KNOWN_TO_HOST = Contact.builder(KEY).name("Anne").odooId(9L).build();
  private static final Mapping.Mapped MAPPED = mapped("Anne", "Paris");

  @Test
  void decide_rejected_rejects() {
    assertThat(decide(NEW, null, new Mapping.Rejected("why")))
        .isEqualTo(new Decision.Reject("why"));
  }

  @Test
  void decide_blocked_blocks() {
    assertThat(decide(NEW, null, new Mapping.Blocked("why"))).isEqualTo(new Decision.Block("why"));
  }

  @Test
  void decide_noLink_creates() {
    assertThat(decide(NEW, null, MAPPED)).isEqualTo(new Decision.Create(MAPPED));
  }

  @Test
  void decide_noLinkButIdFromHost_updatesAllFields() {
    assertThat(decide(KNOWN_TO_HOST, null, MAPPED))
        .isEqualTo(new Decision.Update(9, MAPPED.fields(), MAPPED));
  }

  @Test
  void decide_linkAndHostDisagree_linkCounts() {
    assertThat(decide(KNOWN_TO_HOST, link(7, MAPPED), MAPPED)).isEqualTo(new Decision.Keep(7));
  }

  @Test
  void decide_asSent_keeps() {
    assertThat(decide(NEW, link(7, MAPPED), MAPPED)).isEqualTo(new Decision.Keep(7));
  }

  @Test
  void decide_changed_updatesChangedFieldsOnly() {
    Mapping.Mapped moved = mapped("Anne", "Lyon");
    assertThat(decide(NEW, link(7, MAPPED), moved))
        .isEqualTo(
            new Decision.Update(
                7, FieldValues.builder().set("city", new FieldValue.Text("Lyon")).build(), moved));
  }

  @Test
  void decide_valueGone_clearsField() {
    Mapping.Mapped homeless = mapped("Anne", null);
    assertThat(decide(NEW, link(7, MAPPED), homeless))
        .isEqualTo(
            new Decision.Update(
                7, FieldValues.builder().set("city", new FieldValue.Absent()).build(), homeless));
  }

  @Test
  void decide_linkWithoutBase_updatesAllFields() {
    Link bare = new Link(EntityType.CONTACT, KEY, 7L, null, Instant.EPOCH);
    assertThat(decide(NEW, bare, MAPPED))
        .isEqualTo(new Decision.Update(7, MAPPED.fields(), MAPPED));
  }

  @Test
  void decide_sentOnceAndThere_keepsWithoutMapping() {
    Decision decision =
        Planner.decide(
            NEW,
            link(7, MAPPED),
            true,
            () -> {
              throw new AssertionError("must not be mapped");
            });
    assertThat(decision).isEqualTo(new Decision.Keep(7));
  }

  @Test
  void decide_sentOnceAndNotThere_creates() {
    assertThat(Planner.decide(NEW, null, true, () -> MAPPED))
        .isEqualTo(new Decision.Create(MAPPED));
  }

  private static Decision decide(Contact contact, @Nullable Link link, Mapping mapping) {
    return Planner.decide(contact, link, false, () -> mapping);
  }

  private static Link link(long id, Mapping.Mapped sent) {
    return new Link(EntityType.CONTACT, KEY, id, Base.of(sent.fields()).text(), Instant.EPOCH);
  }

  private static Mapping.Mapped mapped(String name, @Nullable String city) {
    return new Mapping.Mapped(
        FieldValues.builder()
            .set("name", FieldValue.text(name))
            .set("city", FieldValue.text(city))
            .build(),
        FieldValues.builder().build(),
        List.of());
  }
}
