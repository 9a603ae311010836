package io.credfix.render;

import io.credfix.diagnose.Cause;
import io.credfix.diagnose.Diagnosis;
import io.credfix.parse.ReportedError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The guide for a text in which no cause was found: what was read in it, and what to collect next.
final class UnrecognizedGuide {
  private final Explanation explanation;

  UnrecognizedGuide(Explanation explanation) {
    this.explanation = explanation;
  }

  static String title(Diagnosis diagnosis) {
    return diagnosis.notOurs() == null
        ? "This is no AWS credential or permission error that we know"
        : diagnosis.values().fill(diagnosis.notOurs().title());
  }

  /// The guide, at its foot what other guides have their cause's id for.
  String text() {
    return body() + "---\n\n`unrecognized`\n";
  }

  /// The guide without its foot.
  String body() {
    Diagnosis diagnosis = explanation.diagnosis();
    Cause notOurs = diagnosis.notOurs();
    var out = new StringBuilder(1024);
    out.append("# ").append(title(diagnosis)).append("\n\n");
    if (notOurs == null) {
      out.append(
          """
          Nothing in the text is an AWS credential, signing, federation or authorization failure that
          the rules know. So we do not guess.

          """);
    } else {
      out.append(diagnosis.values().fill(notOurs.opening())).append("\n\n");
    }
    String decoding = DecodingNote.markdown(explanation);
    if (!decoding.isEmpty()) {
      out.append(decoding.strip()).append("\n\n");
    }
    read(out, diagnosis.report().primary());
    if (notOurs == null) {
      out.append(
          """
          ## What to collect

          1. The whole output, from the command to the prompt: the line with the cause is often not the last one.
          2. The error code in parentheses or before a colon, such as `AccessDenied`, and the operation.
          3. The same command with more detail: `--debug` for the AWS CLI, `TF_LOG=DEBUG` for Terraform, the innermost `Caused by` of a stack trace.
          4. Who you are to AWS:
             ```bash
             aws sts get-caller-identity
             ```

          Paste it here again. Secrets are removed before anything reads the text.

          """);
    } else if (!notOurs.references().isEmpty()) {
      out.append("See ");
      List<String> links = new ArrayList<>();
      notOurs.references().forEach(r -> links.add("[" + r.title() + "](" + r.url() + ")"));
      out.append(String.join(", ", links)).append(".\n\n");
    }
    return out.toString();
  }

  private static void read(StringBuilder out, ReportedError error) {
    List<String> rows = new ArrayList<>();
    add(rows, "Error code", error.code());
    add(rows, "Operation", error.operation());
    add(rows, "Service", error.service());
    add(rows, "HTTP status", error.httpStatus() == null ? null : error.httpStatus().toString());
    add(rows, "Printed by", error.tool());
    if (!rows.isEmpty()) {
      out.append("## What we could read\n\n| | |\n|---|---|\n");
      rows.forEach(out::append);
      out.append('\n');
    }
  }

  private static void add(List<String> rows, String name, @Nullable String value) {
    if (value != null) {
      rows.add("| " + name + " | " + AuthorizationTable.code(value) + " |\n");
    }
  }
}
