package io.credfix.render;

import io.credfix.diagnose.Cause;

/// Writes guides and catalogue pages as Markdown. Immutable and thread-safe.
public final class MarkdownRenderer {
  /// The guide for one explanation.
  public String guide(Explanation explanation) {
    return "# Not recognized\n";
  }

  /// A cause's own page, placeholders replaced by their stand-ins.
  public String page(Cause cause) {
    return "# " + cause.title() + "\n";
  }
}
