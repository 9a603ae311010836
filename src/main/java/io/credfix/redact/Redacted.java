package io.credfix.redact;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A text without secrets. Only [Redactor] makes one.
public final class Redacted {
  private final String text;
  private final List<Redaction> redactions;
  private final List<KeyPrefix> keysSeen;
  private final @Nullable String encodedAuthorizationMessage;

  Redacted(
      String text,
      List<Redaction> redactions,
      List<KeyPrefix> keysSeen,
      @Nullable String encodedAuthorizationMessage) {
    this.text = text;
    this.redactions = List.copyOf(redactions);
    this.keysSeen = List.copyOf(keysSeen);
    this.encodedAuthorizationMessage = encodedAuthorizationMessage;
  }

  /// The text with every secret replaced by a label.
  public String text() {
    return text;
  }

  /// What was removed, by kind.
  public List<Redaction> redactions() {
    return redactions;
  }

  /// The kinds of access key ids seen in the text; never more than their first four letters.
  public List<KeyPrefix> keysSeen() {
    return keysSeen;
  }

  /// True when one of AWS's documented EXAMPLE keys stood in the text.
  public boolean documentationKeySeen() {
    return keysSeen.stream().anyMatch(key -> key.kind() == KeyKind.DOCUMENTATION);
  }

  /// The encoded authorization message, kept for decoding; masked in [#text].
  public Optional<String> encodedAuthorizationMessage() {
    return Optional.ofNullable(encodedAuthorizationMessage);
  }

  @Override
  public String toString() {
    return "Redacted[" + text.length() + " characters]";
  }
}
