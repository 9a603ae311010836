package io.credfix.diagnose;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One rule file: a cause and how it is told. Immutable to those who read it and thread-safe; a
/// rule of the artifact reads what is told of its cause when that is first asked for.
public final class Rule {
  private final String id;
  private final Supplier<Cause> source;
  private final List<Signature> signatures;
  private final List<Evidence> evidence;
  private final List<String> before;
  private final boolean notOurs;
  private final Gates signatureGates;
  private final Gates evidenceGates;
  // Two threads may read it at once: both results are equal, immutable and safe to share.
  private @Nullable Cause cause;

  /// @param cause what the reader is told
  /// @param signatures any one brings the cause up
  /// @param evidence read in order; the last that holds decides
  /// @param before causes that come after this one when equally likely
  /// @param notOurs true for errors of other systems, which are no causes
  public Rule(
      Cause cause,
      List<Signature> signatures,
      List<Evidence> evidence,
      List<String> before,
      boolean notOurs) {
    this(cause.id(), () -> cause, signatures, evidence, before, notOurs);
  }

  Rule(
      String id,
      Supplier<Cause> source,
      List<Signature> signatures,
      List<Evidence> evidence,
      List<String> before,
      boolean notOurs) {
    this.id = id;
    this.source = source;
    this.signatures = List.copyOf(signatures);
    this.evidence = List.copyOf(evidence);
    this.before = List.copyOf(before);
    this.notOurs = notOurs;
    signatureGates = Gates.ofSignatures(this.signatures);
    evidenceGates = Gates.ofEvidence(this.evidence);
  }

  /// The cause's id.
  public String id() {
    return id;
  }

  /// What the reader is told.
  public Cause cause() {
    Cause read = cause;
    if (read == null) {
      read = source.get();
      cause = read;
    }
    return read;
  }

  /// Any one brings the cause up.
  public List<Signature> signatures() {
    return signatures;
  }

  /// What tells at a glance which signatures may hold.
  Gates signatureGates() {
    return signatureGates;
  }

  /// What tells at a glance which evidence may hold.
  Gates evidenceGates() {
    return evidenceGates;
  }

  /// Read in order; the last that holds decides.
  public List<Evidence> evidence() {
    return evidence;
  }

  /// Causes that come after this one when equally likely.
  public List<String> before() {
    return before;
  }

  /// True for errors of other systems, which are no causes.
  public boolean notOurs() {
    return notOurs;
  }
}
