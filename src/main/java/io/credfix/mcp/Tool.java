package io.credfix.mcp;

import io.credfix.render.Explanation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an assistant can call. Its description and schemas stand in `tools.json`.
///
/// @param name as in `tools.json`
/// @param arguments all that it takes
/// @param action what it does
record Tool(String name, List<String> arguments, Action action) {
  /// What a tool does.
  @FunctionalInterface
  interface Action {
    Result call(Arguments arguments, String base) throws ToolException;
  }

  /// What it says.
  ///
  /// @param text Markdown
  /// @param json the same as data
  /// @param explanation of an error, for the log; null for anything else
  record Result(String text, String json, @Nullable Explanation explanation) {
    @Override
    public String toString() {
      return "Result";
    }
  }

  Result call(Map<?, ?> members, String base) throws ToolException {
    return action.call(new Arguments(members, arguments), base);
  }
}
