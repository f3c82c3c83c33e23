package io.odoosync.internal.compare;

import io.odoosync.FieldValue;
import io.odoosync.internal.field.Encoding;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What both sides agree on after an update, as far as the update has got. A field moves in the base
 * only when both sides hold what was decided: a push once it was read back, a pull once the host
 * has it, a merged value once both have it. What the host had is remembered until it is seen with
 * what it took. What failed or is left stays as it was agreed before, so the next run sees the
 * difference again. Immutable.
 */
public final class Agreement {

  private final Base before;
  private final Mapping.Mapped local;
  private final OdooValues odoo;
  private final Set<String> settled;
  private final Set<String> told;
  private final FieldValues push;
  private final FieldValues pull;
  private final Set<String> givenUp;
  private final @Nullable OdooValues readBack;
  private final @Nullable FieldValues mappedAgain;

  /**
   * Starts with nothing written yet.
   *
   * @param before what was agreed until now
   * @param local what the host had
   * @param odoo what Odoo had
   * @param settled fields on which the two agree without a write
   * @param told fields of which people are told that they stay different
   * @param push what is to be written to Odoo
   * @param pull what is to be written to the host
   */
  Agreement(
      Base before,
      Mapping.Mapped local,
      OdooValues odoo,
      Set<String> settled,
      Set<String> told,
      FieldValues push,
      FieldValues pull) {
    this(before, local, odoo, settled, told, push, pull, Set.of(), null, null);
  }

  private Agreement(
      Base before,
      Mapping.Mapped local,
      OdooValues odoo,
      Set<String> settled,
      Set<String> told,
      FieldValues push,
      FieldValues pull,
      Set<String> givenUp,
      @Nullable OdooValues readBack,
      @Nullable FieldValues mappedAgain) {
    this.before = before;
    this.local = local;
    this.odoo = odoo;
    this.settled = settled;
    this.told = told;
    this.push = push;
    this.pull = pull;
    this.givenUp = givenUp;
    this.readBack = readBack;
    this.mappedAgain = mappedAgain;
  }

  /** The same with other fields to push. */
  Agreement pushing(FieldValues otherPush) {
    return new Agreement(
        before, local, odoo, settled, told, otherPush, pull, givenUp, readBack, mappedAgain);
  }

  /**
   * Odoo has what was pushed.
   *
   * @param read the record as Odoo returned it after the write
   */
  public Agreement pushed(OdooValues read) {
    return new Agreement(
        before, local, odoo, settled, told, push, pull, givenUp, read, mappedAgain);
  }

  /**
   * The host has what was pulled.
   *
   * @param mapped what the host's changed record maps to
   */
  public Agreement pulled(FieldValues mapped) {
    return new Agreement(before, local, odoo, settled, told, push, pull, givenUp, readBack, mapped);
  }

  /** Once Odoo has what is pushed, nothing is agreed any more about these fields. */
  Agreement givingUp(Set<String> fields) {
    return new Agreement(
        before, local, odoo, settled, told, push, pull, fields, readBack, mappedAgain);
  }

  /** What is agreed by now; this is what the link is to remember. */
  public Base base() {
    Base base = before.seen(local.fields()).compared(compared());
    for (String field : settled) {
      base = base.with(field, local.fields().get(field), odoo.values().get(field));
    }
    for (String field : agreedAnew()) {
      FieldValue had = local.fields().get(field);
      base = base.pulling(field, had, localAfter(field), odooAfter(field));
    }
    for (String field : told) {
      base = base.telling(field, local.fields().get(field), odoo.values().get(field));
    }
    if (readBack != null) {
      base = base.without(givenUp);
    }
    OdooValues now = readBack == null ? odoo : readBack;
    Base named = base.naming(local);
    return isInStep(named, now) ? named.writtenAt(now.writeDate()) : named;
  }

  /** Whether nothing is left in Odoo that is not as agreed. */
  private boolean isInStep(Base base, OdooValues now) {
    return local.fields().byField().keySet().stream()
        .allMatch(
            field ->
                base.field(field)
                    .filter(agreed -> agreed.read().equals(Encoding.cell(held(now, field))))
                    .isPresent());
  }

  private FieldValue held(OdooValues now, String field) {
    return now.values().has(field) ? now.values().get(field) : odoo.values().get(field);
  }

  /** What could not be written is compared again by the next run. */
  private Set<String> compared() {
    Predicate<String> isOpen =
        field -> (push.has(field) && readBack == null) || (pull.has(field) && mappedAgain == null);
    return local.fields().where((field, value) -> !isOpen.test(field)).byField().keySet();
  }

  private Set<String> agreedAnew() {
    Predicate<String> inOdoo = field -> !push.has(field) || readBack != null;
    Predicate<String> atHost = field -> !pull.has(field) || mappedAgain != null;
    FieldValues both = push.plus(pull);
    return both.where((field, value) -> inOdoo.and(atHost).test(field)).byField().keySet();
  }

  private FieldValue localAfter(String field) {
    return mappedAgain != null && pull.has(field)
        ? mappedAgain.get(field)
        : local.fields().get(field);
  }

  private FieldValue odooAfter(String field) {
    return readBack != null && push.has(field)
        ? readBack.values().get(field)
        : odoo.values().get(field);
  }
}
