package io.credfix.check;

import io.credfix.redact.KeyKind;
import io.credfix.redact.KeyPrefix;
import org.jspecify.annotations.Nullable;

final class Keys {
  private Keys() {}

  static @Nullable KeyPrefix parse(String text) {
    if (text.startsWith("ASIA")) {
      return new KeyPrefix(KeyKind.TEMPORARY, "ASIA", null);
    }
    return text.startsWith("AKIA") ? new KeyPrefix(KeyKind.LONG_TERM, "AKIA", null) : null;
  }
}
