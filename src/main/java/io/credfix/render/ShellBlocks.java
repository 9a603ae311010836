package io.credfix.render;

import io.credfix.diagnose.StatedContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Leaves out the commands of the other shell when the reader said which one is used and the text
/// has both.
final class ShellBlocks {
  private ShellBlocks() {}

  static String only(String markdown, StatedContext context) {
    return only(markdown, context.shell(), context.os());
  }

  static String only(String markdown, @Nullable String shell, @Nullable String os) {
    boolean windows = shell == null ? "windows".equals(os) : isWindows(shell);
    if ((shell == null && os == null)
        || !markdown.contains("```bash")
        || !markdown.contains("```powershell")) {
      return markdown;
    }
    String dropped = windows ? "```bash" : "```powershell";
    List<String> kept = new ArrayList<>();
    boolean dropping = false;
    for (String line : markdown.split("\n", -1)) {
      if (dropping) {
        dropping = !line.strip().equals("```");
      } else if (line.strip().equals(dropped)) {
        dropping = true;
        dropLabel(kept);
      } else {
        kept.add(line);
      }
    }
    return String.join("\n", kept);
  }

  /// A line such as `PowerShell:` that only introduced the block goes with it.
  private static void dropLabel(List<String> kept) {
    int last = kept.size() - 1;
    while (last >= 0 && kept.get(last).isBlank()) {
      last--;
    }
    if (last >= 0 && kept.get(last).length() < 60 && kept.get(last).strip().endsWith(":")) {
      kept.subList(last, kept.size()).clear();
    }
  }

  private static boolean isWindows(String shell) {
    return shell.equals("powershell") || shell.equals("cmd");
  }
}
