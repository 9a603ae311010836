package io.credfix.diagnose;

import io.credfix.redact.KeyPrefix;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the caller states beside the text. A stated fact wins over one that the text shows.
///
/// @param keyPrefix the beginning of the access key id
/// @param tool a tool's name, see docs/rules.md
/// @param os `linux`, `macos` or `windows`
/// @param shell `bash`, `zsh`, `fish`, `powershell` or `cmd`
/// @param runsOn `workstation`, `ec2`, `ecs`, `eks`, `lambda` or `ci`
/// @param region Region name
/// @param answers question id to answer id
public record StatedContext(
    @Nullable KeyPrefix keyPrefix,
    @Nullable String tool,
    @Nullable String os,
    @Nullable String shell,
    @Nullable String runsOn,
    @Nullable String region,
    Map<String, String> answers) {

  /// Nothing was stated.
  public static final StatedContext NONE =
      new StatedContext(null, null, null, null, null, null, Map.of());

  /// Copies the map.
  public StatedContext {
    answers = Map.copyOf(answers);
  }
}
