package io.credfix.diagnose.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The YAML between the two `---` lines, read as nodes so that every complaint has its line.
final class FrontMatter {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setAllowDuplicateKeys(false).setMaxAliasesForCollections(0).build();

  private FrontMatter() {}

  /// The top mapping.
  ///
  /// @param firstLine the file's line on which the YAML begins
  static Map<String, Node> read(String yaml, int firstLine) throws RuleFileException {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString("\n".repeat(firstLine - 1) + yaml);
      if (root.isEmpty()) {
        return Map.of();
      }
      return mapping(root.get());
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(firstLine);
      throw new RuleFileException(
          line,
          "This is not valid YAML: " + e.getProblem() + ".",
          "Quote texts that contain `: `, `#` or begin with a backtick or brace.");
    } catch (YamlEngineException e) {
      throw new RuleFileException(
          firstLine, "This is not valid YAML.", "Check its indentation and quotes.");
    }
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  static Map<String, Node> mapping(Node node) throws RuleFileException {
    if (!(node instanceof MappingNode map)) {
      throw new RuleFileException(line(node), "A mapping was expected.", "Write `key: value`.");
    }
    Map<String, Node> result = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = text(tuple.getKeyNode());
      if (result.put(key, tuple.getValueNode()) != null) {
        throw new RuleFileException(
            line(tuple.getKeyNode()), "`" + key + "` stands twice.", "Join the two.");
      }
    }
    return result;
  }

  static List<Node> sequence(Node node) throws RuleFileException {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw new RuleFileException(line(node), "A list was expected.", "Begin each item with `- `.");
  }

  static String text(Node node) throws RuleFileException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new RuleFileException(
        line(node), "A text was expected.", "Quote it if it contains `: `, `[` or `{`.");
  }

  /// One text or a list of texts.
  static List<String> texts(Node node) throws RuleFileException {
    if (node instanceof ScalarNode) {
      return List.of(text(node));
    }
    List<String> result = new ArrayList<>();
    for (Node item : sequence(node)) {
      result.add(text(item));
    }
    return result;
  }
}
