package io.credfix.sts;

import io.credfix.render.Decoding;
import org.jspecify.annotations.Nullable;

/// Decoding is switched off.
public enum NoDecoder implements MessageDecoder {
  /// The only one.
  INSTANCE;

  @Override
  public Answer decode(String message, @Nullable String principalArn) {
    return Answer.refused(Decoding.NOT_TRIED);
  }

  @Override
  public void prepare() {
    // There is nothing to load.
  }
}
