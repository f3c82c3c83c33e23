package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one source holds, and what a run would do about it.
 *
 * @param read how many records
 * @param linked how many of them are linked
 * @param changed how many of those differ from what was sent last
 * @param mappedOtherwise how many of those differ although the host has not changed them
 * @param example one of these; {@code null} if there is none
 * @param created how many records would be created
 * @param adopted how many would be linked to a record of Odoo's and overwrite it, or be overwritten
 * @param pulled how many linked records would be overwritten with what Odoo has
 */
public record SurveyCount(
    long read,
    long linked,
    long changed,
    long mappedOtherwise,
    @Nullable LocalKey example,
    long created,
    long adopted,
    long pulled) {

  /** Nothing. */
  public static final SurveyCount NONE = new SurveyCount(0, 0);

  SurveyCount(long read, long linked) {
    this(read, linked, 0, 0, null, 0, 0, 0);
  }

  /** Linked records that differ. */
  static SurveyCount changed(long changed, Set<LocalKey> mappedOtherwise) {
    LocalKey example = mappedOtherwise.stream().findFirst().orElse(null);
    return new SurveyCount(0, 0, changed, mappedOtherwise.size(), example, 0, 0, 0);
  }

  /** What would be done about some records. */
  static SurveyCount done(long created, long adopted, long pulled) {
    return new SurveyCount(0, 0, 0, 0, null, created, adopted, pulled);
  }

  /** The two together. */
  public SurveyCount plus(SurveyCount more) {
    return new SurveyCount(
        read + more.read,
        linked + more.linked,
        changed + more.changed,
        mappedOtherwise + more.mappedOtherwise,
        example == null ? more.example : example,
        created + more.created,
        adopted + more.adopted,
        pulled + more.pulled);
  }
}
