package io.credfix.render;

import io.credfix.parse.AuthorizationDocument;
import java.util.List;

/// A decoded authorization message as a table.
final class AuthorizationTable {
  private static final int MAX_ROWS = 40;
  private static final int MAX_CELL = 300;

  private AuthorizationTable() {}

  static String markdown(AuthorizationDocument document) {
    var out = new StringBuilder("## What AWS decided\n\n| | |\n|---|---|\n");
    row(out, "Decision", decision(document));
    row(out, "Who", code(document.principal()));
    row(out, "Action", code(document.action()));
    row(out, "Resource", code(document.resource()));
    int rows = 0;
    for (AuthorizationDocument.Statement statement : document.statements()) {
      if (rows++ < MAX_ROWS) {
        row(out, "Matched statement", describe(statement));
      }
    }
    for (AuthorizationDocument.ConditionValue condition : document.conditions()) {
      if (rows++ < MAX_ROWS) {
        row(out, "Request had " + code(condition.key()), values(condition.values()));
      }
    }
    return out.toString();
  }

  private static String decision(AuthorizationDocument document) {
    if (document.allowed()) {
      return "allowed";
    }
    return document.explicitDeny()
        ? "denied by a statement: an explicit deny; adding an Allow cannot help"
        : "denied because no statement allows it";
  }

  private static String describe(AuthorizationDocument.Statement statement) {
    var out = new StringBuilder(code(statement.effect()));
    if (!statement.id().isEmpty()) {
      out.append(' ').append(code(statement.id()));
    }
    out.append(": ").append(values(statement.actions()));
    out.append(" on ").append(values(statement.resources()));
    for (AuthorizationDocument.ConditionValue condition : statement.conditions()) {
      out.append(", if ").append(code(condition.key())).append(" is ");
      out.append(values(condition.values()));
    }
    return out.toString();
  }

  private static String values(List<String> values) {
    return values.isEmpty()
        ? "-"
        : String.join(", ", values.stream().limit(10).map(AuthorizationTable::code).toList());
  }

  /// A value from outside as inline code that cannot break out of it or of its cell.
  static String code(@org.jspecify.annotations.Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "-";
    }
    var out = new StringBuilder("`");
    for (int i = 0; i < Math.min(value.length(), MAX_CELL); i++) {
      char c = value.charAt(i);
      out.append(c < 0x20 || c == '`' || c == '|' || c > 0x7e ? ' ' : c);
    }
    return out.append('`').toString();
  }

  private static void row(StringBuilder out, String left, String right) {
    out.append("| ").append(left).append(" | ").append(right).append(" |\n");
  }
}
