package io.credfix.diagnose.source;

import io.credfix.diagnose.Placeholder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads `variables.yaml`: the organisation's values, such as `support: "#cloud-help"`.
final class VariableFile {
  private VariableFile() {}

  /// Placeholder name, such as `org.support`, to value.
  static Map<String, String> read(String text) throws RuleFileException {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : FrontMatter.read(text, 1).entrySet()) {
      String name = "org." + entry.getKey();
      int line = FrontMatter.line(entry.getValue());
      if (Placeholder.standIn(name).isEmpty()) {
        throw new RuleFileException(
            line,
            "There is no variable `" + entry.getKey() + "`.",
            "Use sso-start-url, sso-region, profile, region, support or docs.");
      }
      String value = FrontMatter.text(entry.getValue()).strip();
      if (value.isEmpty() || value.length() > 200 || value.indexOf('\n') >= 0) {
        throw new RuleFileException(
            line,
            "`" + entry.getKey() + "` must be one line of 1 to 200 characters.",
            "Shorten it.");
      }
      variables.put(name, value);
    }
    return variables;
  }
}
