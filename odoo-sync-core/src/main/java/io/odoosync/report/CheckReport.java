package io.odoosync.report;

import io.odoosync.report.CheckFinding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check of the engine found.
 *
 * @param findings the most serious ones first; never empty
 */
public record CheckReport(List<CheckFinding> findings) {

  /** Copies the list and sorts it. */
  public CheckReport {
    findings =
        findings.stream().sorted(Comparator.comparing(CheckFinding::severity).reversed()).toList();
  }

  /**
   * Whether a run can do its work.
   *
   * @return {@code false} if there is an error among the findings; warnings don't count
   */
  public boolean isReady() {
    return of(Severity.ERROR).isEmpty();
  }

  /**
   * What keeps a run from working.
   *
   * @return the errors; empty if there are none
   */
  public List<CheckFinding> errors() {
    return of(Severity.ERROR);
  }

  /**
   * What somebody should know.
   *
   * @return the warnings; empty if there are none
   */
  public List<CheckFinding> warnings() {
    return of(Severity.WARNING);
  }

  private List<CheckFinding> of(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /** A line for each finding, for a log. */
  @Override
  public String toString() {
    return (isReady() ? "ready" : "not ready")
        + findings.stream()
            .map(finding -> System.lineSeparator() + "  " + finding)
            .collect(Collectors.joining());
  }
}
