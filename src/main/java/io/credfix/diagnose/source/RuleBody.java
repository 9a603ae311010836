package io.credfix.diagnose.source;

import io.credfix.diagnose.Condition;
import io.credfix.diagnose.Fix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The Markdown below the front matter, cut at its second-level headings.
final class RuleBody {
  static final List<String> SECTIONS =
      List.of("What you see", "Why", "Verify", "Keep it from coming back", "Who must act");

  final String opening;
  final Map<String, String> sections;
  final List<Fix> fixes;

  private RuleBody(String opening, Map<String, String> sections, List<Fix> fixes) {
    this.opening = opening;
    this.sections = sections;
    this.fixes = fixes;
  }

  String section(String name) {
    return sections.getOrDefault(name, "");
  }

  static RuleBody read(List<String> lines, int firstLine) throws RuleFileException {
    Map<String, String> sections = new LinkedHashMap<>();
    List<Fix> fixes = new ArrayList<>();
    String opening = "";
    String heading = "";
    int headingLine = firstLine;
    List<String> text = new ArrayList<>();
    var fence = new Fence();
    for (int i = 0; i <= lines.size(); i++) {
      String line = i < lines.size() ? lines.get(i) : "## ";
      boolean isHeading = !fence.inside() && line.startsWith("## ");
      if (i < lines.size() && !isHeading) {
        fence.next(line);
        text.add(line);
        continue;
      }
      if (i == lines.size() && fence.inside()) {
        throw new RuleFileException(headingLine, "A code fence is not closed.", "Close it.");
      }
      String body = String.join("\n", text).strip();
      if (heading.isEmpty()) {
        opening = body;
      } else {
        close(heading, headingLine, body, sections, fixes);
      }
      heading = line.substring(3).strip();
      headingLine = firstLine + i;
      text.clear();
    }
    return new RuleBody(opening, sections, fixes);
  }

  private static void close(
      String heading, int line, String body, Map<String, String> sections, List<Fix> fixes)
      throws RuleFileException {
    if (heading.startsWith("Fix")) {
      fixes.add(fix(heading, line, body));
    } else if (!SECTIONS.contains(heading)) {
      throw new RuleFileException(
          line,
          "There is no section `" + heading + "`.",
          "Use `Fix: …` or one of: " + String.join(", ", SECTIONS) + ".");
    } else if (sections.put(heading, body) != null) {
      throw new RuleFileException(line, "`" + heading + "` stands twice.", "Join the two.");
    }
    if (body.isEmpty()) {
      throw new RuleFileException(line, "The section is empty.", "Fill it or leave it out.");
    }
  }

  private static Fix fix(String heading, int line, String body) throws RuleFileException {
    String rest = heading.substring(3).strip();
    List<Condition> conditions = List.of();
    if (rest.startsWith("[")) {
      int close = rest.indexOf(']');
      if (close < 0) {
        throw new RuleFileException(line, "`[` is not closed.", "Write `## Fix [key: value]: …`.");
      }
      conditions = ConditionReader.inHeading(rest.substring(1, close), line);
      rest = rest.substring(close + 1).strip();
    }
    if (!rest.startsWith(":") || rest.length() < 3) {
      throw new RuleFileException(line, "The fix has no title.", "Write `## Fix: what to do`.");
    }
    return new Fix(rest.substring(1).strip(), conditions, body);
  }
}
