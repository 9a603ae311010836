package io.credfix.diagnose;

import java.util.List;

/// One rule file: a cause and how it is told.
///
/// @param cause what the reader is told
/// @param signatures any one brings the cause up
/// @param evidence read in order; the last that holds decides
/// @param before causes that come after this one when equally likely
/// @param notOurs true for errors of other systems, which are no causes
public record Rule(
    Cause cause,
    List<Signature> signatures,
    List<Evidence> evidence,
    List<String> before,
    boolean notOurs) {
  /// Copies the lists.
  public Rule {
    signatures = List.copyOf(signatures);
    evidence = List.copyOf(evidence);
    before = List.copyOf(before);
  }
}
