package io.odoosync;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How travels appear in Odoo's sales pipeline. What it names is looked up at the start of each run
 * with travels; if Odoo has none like it, the run stops before the first write.
 *
 * @param qualifiedStage the stage of a travel whose quote is validated
 * @param team the sales team of new leads whose travel names none, or {@code null} for Odoo's
 *     choice
 * @param salesperson the salesperson of new leads whose travel names none, or {@code null} for
 *     none: Odoo would otherwise take the integration user
 * @param lostReason the reason of leads whose travel is cancelled and names none, or {@code null}
 *     for none
 * @param createMissingTags whether tags that Odoo does not know are created
 */
public record CrmOptions(
    OdooReference qualifiedStage,
    @Nullable OdooReference team,
    @Nullable OdooReference salesperson,
    @Nullable OdooReference lostReason,
    boolean createMissingTags) {

  /** The stage that Odoo's CRM brings as Qualified: {@code crm.stage_lead2}. */
  public static final OdooReference DEFAULT_QUALIFIED_STAGE =
      OdooReference.externalId("crm.stage_lead2");

  /** The stage Qualified; no team, salesperson and lost reason; unknown tags are refused. */
  public static final CrmOptions DEFAULT = builder().build();

  /** Checks that there is a stage. */
  public CrmOptions {
    Objects.requireNonNull(qualifiedStage, "qualifiedStage");
  }

  /**
   * Starts with the defaults.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects {@link CrmOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private OdooReference qualifiedStage = DEFAULT_QUALIFIED_STAGE;
    private @Nullable OdooReference team;
    private @Nullable OdooReference salesperson;
    private @Nullable OdooReference lostReason;
    private boolean createMissingTags;

    private Builder() {}

    /**
     * Sets the stage of a travel whose quote is validated. Default: {@code crm.stage_lead2}.
     *
     * @param stage a stage of the sales pipeline
     * @return this builder
     */
    public Builder qualifiedStage(OdooReference stage) {
      this.qualifiedStage = Objects.requireNonNull(stage, "stage");
      return this;
    }

    /**
     * Sets the sales team of new leads whose travel names none. Default: Odoo's choice.
     *
     * @param team a sales team
     * @return this builder
     */
    public Builder team(OdooReference team) {
      this.team = Objects.requireNonNull(team, "team");
      return this;
    }

    /**
     * Sets the salesperson of new leads whose travel names none. Default: nobody.
     *
     * @param salesperson an internal user; a name may also be a login or an e-mail address
     * @return this builder
     */
    public Builder salesperson(OdooReference salesperson) {
      this.salesperson = Objects.requireNonNull(salesperson, "salesperson");
      return this;
    }

    /**
     * Sets the reason of leads whose travel is cancelled and names none. Default: no reason.
     *
     * @param reason one of Odoo's lost reasons
     * @return this builder
     */
    public Builder lostReason(OdooReference reason) {
      this.lostReason = Objects.requireNonNull(reason, "reason");
      return this;
    }

    /**
     * Creates tags that Odoo does not know. Default: a travel with such a tag fails.
     *
     * @return this builder
     */
    public Builder createMissingTags() {
      this.createMissingTags = true;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     */
    public CrmOptions build() {
      return new CrmOptions(qualifiedStage, team, salesperson, lostReason, createMissingTags);
    }
  }
}
