package io.odoosync.internal.change;

import static io.odoosync.testing.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.testing.Gen;
import io.odoosync.testing.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkTest {

  private static final Duration OVERLAP = Duration.ofSeconds(150);
  private static final Instant ODOO = Instant.parse("2026-11-02T08:00:00Z");
  private static final Instant OURS = Instant.parse("2026-11-02T09:30:00Z");
  private static final Instant PROXY = Instant.parse("2026-11-02T08:00:07Z");

  /** A load was written last at 08:00:00, and seen at once. */
  private static final Mark LOADED = Mark.of(look(0, 0), OURS);

  private static Look look(@Nullable Integer latest, long answered) {
    Instant moment = PROXY.plusSeconds(answered);
    return new Look(latest == null ? null : ODOO.plusSeconds(latest), moment, moment);
  }

  private static Mark after(Mark mark, long seconds) {
    return mark.after(look(0, seconds), OURS.plusSeconds(seconds), OVERLAP);
  }

  @Test
  void after_newerWrite_isThat() {
    Mark mark = LOADED.after(look(40, 10), OURS.plusSeconds(10), OVERLAP);

    assertThat(mark.odoo()).isEqualTo(ODOO.plusSeconds(40));
    assertThat(mark.host()).isEqualTo(mark.asked()).isEqualTo(OURS.plusSeconds(10));
    assertThat(mark.answered()).isEqualTo(PROXY.plusSeconds(10));
  }

  /** The next look begins at the mark, less the overlap. */
  @Test
  void after_nothingNewer_movesOnWithTime() {
    assertThat(after(LOADED, 60).odoo()).isEqualTo(ODOO.plusSeconds(60));
    assertThat(after(after(LOADED, 60), 100).odoo()).isEqualTo(ODOO.plusSeconds(100));
  }

  /** What was listed as written last is listed no more, which is all that is wanted. */
  @Test
  void after_longTime_movesPastTheLastWriteAndNoFurther() {
    Mark past = after(LOADED, 100_000);
    assertThat(past.odoo().minus(OVERLAP)).isEqualTo(ODOO.plusSeconds(1));

    Look nothing = look(null, 200_000);

    assertThat(past.after(nothing, OURS.plusSeconds(200_000), OVERLAP).odoo())
        .isEqualTo(past.odoo());
  }

  /** Whoever sets one of the clocks. */
  @Test
  void after_clocksThatDisagree_believesThatByWhichLessTimePassed() {
    Instant ours = OURS.plusSeconds(20);
    assertThat(LOADED.after(look(0, 3_600), ours, OVERLAP).odoo()).isEqualTo(ODOO.plusSeconds(20));
    assertThat(LOADED.after(look(0, 5), ours, OVERLAP).odoo()).isEqualTo(ODOO.plusSeconds(5));
    assertThat(LOADED.after(look(0, -3_600), ours, OVERLAP).odoo()).isEqualTo(ODOO);
    assertThat(LOADED.after(look(0, 20), OURS.minusSeconds(1), OVERLAP).odoo()).isEqualTo(ODOO);
  }

  @Test
  void after_answersWithoutTime_doesNotMove() {
    Look silent = new Look(ODOO, null, null);
    Mark mark = Mark.of(silent, OURS);

    assertThat(mark.after(look(0, 60), OURS.plusSeconds(60), OVERLAP).odoo()).isEqualTo(ODOO);
    assertThat(LOADED.after(silent, OURS.plusSeconds(60), OVERLAP).odoo()).isEqualTo(ODOO);
  }

  @Test
  void of_nothingWritten_isTheBeginningOfTime() {
    assertThat(Mark.of(look(null, 0), OURS).odoo()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void parse_text_isTheSame() {
    assertThat(Mark.parse(LOADED.text())).isEqualTo(LOADED);
    Mark silent = new Mark(ODOO, OURS, OURS, null);
    assertThat(Mark.parse(silent.text())).isEqualTo(silent);
  }

  /** One second of a history: how long a transaction takes that begins, what clocks are set by. */
  private record Moment(int begins, int looks, int sets) {}

  private static final Gen<List<Moment>> HISTORIES =
      Gen.<Moment>oneOf(
              any -> new Moment(-1, Numbers.integers(0, 300).from(any), 0),
              any -> new Moment(Numbers.integers(0, 119).from(any), 0, 0),
              any -> new Moment(-1, 0, Numbers.integers(-4_000, 4_000).from(any)),
              any -> new Moment(-1, 1, 0))
          .list(1, 60);

  /** A transaction of Odoo's. */
  private record Write(Instant begun, Instant committed) {

    Instant date() {
      return begun.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /** Odoo's writes, and looks at them from time to time, by somebody whose clock is set. */
  private static final class Site {

    private final List<Write> writes = new ArrayList<>();
    private final List<Write> seen = new ArrayList<>();
    private Instant now = ODOO;
    private Duration oursAhead = Duration.ZERO;
    private Mark mark = Mark.of(new Look(ODOO, ODOO, ODOO), ODOO);

    void happens(Moment moment) {
      now = now.plusMillis(700);
      oursAhead = oursAhead.plusSeconds(moment.sets());
      if (moment.begins() >= 0) {
        writes.add(new Write(now, now.plusSeconds(moment.begins())));
      }
      if (moment.looks() > 0) {
        now = now.plusSeconds(moment.looks());
        look();
      }
    }

    void look() {
      Instant from = mark.odoo().minus(OVERLAP);
      List<Write> listed =
          writes.stream()
              .filter(write -> !write.committed().isAfter(now) && !write.date().isBefore(from))
              .toList();
      seen.addAll(listed);
      Instant latest = listed.stream().map(Write::date).max(Comparator.naturalOrder()).orElse(null);
      Instant answered = now.truncatedTo(ChronoUnit.SECONDS);
      mark = mark.after(new Look(latest, answered, answered), now.plus(oursAhead), OVERLAP);
    }
  }

  @Test
  void after_anyHistory_noWriteIsMissed() {
    forAll(
        HISTORIES,
        history -> {
          Site site = new Site();
          history.forEach(site::happens);
          site.now = site.now.plusSeconds(120);
          site.look();

          assertThat(site.seen).containsAll(site.writes);
        });
  }
}
