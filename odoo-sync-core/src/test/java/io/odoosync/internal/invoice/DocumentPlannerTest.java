package io.odoosync.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.source.Invoice;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One test for each row of the table in the document planner's Javadoc. */
class DocumentPlannerTest {

  private static final Failure WHY = Failure.of(FailureCause.INVALID_RECORD, "why");
  private static final LocalKey KEY = LocalKey.of("invoice", 1);
  private static final Invoice INVOICE = Invoice.builder(KEY, "EUR").number("F1").build();
  private static final Invoice CHANGED = Invoice.builder(KEY, "EUR").number("F2").build();
  private static final Base SENT = Base.nothing().ofDocument(DocumentFingerprint.of(INVOICE));
  private static final Mapping.Mapped MAPPED =
      new Mapping.Mapped(FieldValues.builder().build(), FieldValues.builder().build());

  @Test
  void decide_rejected_rejects() {
    assertThat(DocumentPlanner.decide(INVOICE, null, new Mapping.Rejected(WHY)))
        .isEqualTo(new Decision.Reject(WHY));
  }

  @Test
  void decide_blocked_blocks() {
    assertThat(DocumentPlanner.decide(INVOICE, null, new Mapping.Blocked("why")))
        .isEqualTo(new Decision.Block("why"));
  }

  @Test
  void decide_misfit_isMisfit() {
    assertThat(DocumentPlanner.decide(INVOICE, null, new Mapping.Misfit(WHY)))
        .isEqualTo(new Decision.Misfit(WHY));
  }

  @Test
  void decide_noLink_createsAndIntendsTheFingerprint() {
    assertThat(DocumentPlanner.decide(INVOICE, null, MAPPED))
        .isEqualTo(new Decision.Create(MAPPED, SENT));
  }

  @Test
  void decide_asSent_keeps() {
    assertThat(DocumentPlanner.decide(INVOICE, link(SENT), null))
        .isEqualTo(new Decision.Keep(7, Set.of(), null));
  }

  @Test
  void decide_noFingerprint_keepsAndRemembersIt() {
    assertThat(DocumentPlanner.decide(INVOICE, link(null), null))
        .isEqualTo(new Decision.Keep(7, Set.of(), SENT));
  }

  @Test
  void decide_idFromHost_keepsAndRemembersTheFingerprint() {
    Invoice known = Invoice.builder(KEY, "EUR").number("F1").odooId(9L).build();
    assertThat(DocumentPlanner.decide(known, null, null))
        .isEqualTo(new Decision.Keep(9, Set.of(), SENT));
  }

  @Test
  void decide_changedSince_isReported() {
    Decision decision = DocumentPlanner.decide(CHANGED, link(SENT), null);
    assertThat(decision).isInstanceOf(Decision.ChangedAfterSent.class);
    assertThat(((Decision.ChangedAfterSent) decision).odooId()).isEqualTo(7);
    assertThat(((Decision.ChangedAfterSent) decision).reason()).contains("never rewrites");
  }

  @Test
  void decide_linkedButGone_isGone() {
    assertThat(DocumentPlanner.decide(CHANGED, link(SENT), MAPPED))
        .isEqualTo(new Decision.Gone(7, MAPPED));
  }

  @Test
  void decide_linkedButGoneAndRejected_rejects() {
    assertThat(DocumentPlanner.decide(INVOICE, link(SENT), new Mapping.Rejected(WHY)))
        .isEqualTo(new Decision.Reject(WHY));
  }

  @Test
  void decide_fingerprintStoredAndReadBack_isKnownAgain() {
    assertThat(Base.parse(SENT.text()).document()).isEqualTo(SENT.document());
  }

  private static Link link(@Nullable Base base) {
    String text = base == null ? null : base.text();
    return new Link(EntityType.INVOICE, KEY, 7L, text, Instant.EPOCH);
  }
}
