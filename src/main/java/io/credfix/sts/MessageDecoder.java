package io.credfix.sts;

import io.credfix.render.Decoding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decodes encoded authorization messages. Thread-safe. Never throws: what goes wrong is one of
/// [Decoding]'s reasons, so that a diagnosis never fails because of AWS.
public interface MessageDecoder {
  /// Switches decoding on: `on`. Anything else, or nothing, leaves it off.
  String VARIABLE = "CREDFIX_DECODE";

  /// What became of a message.
  ///
  /// @param decoding the outcome
  /// @param document the decoded message, JSON; null unless the outcome is [Decoding#DECODED]
  record Answer(Decoding decoding, @Nullable String document) {
    static Answer refused(Decoding decoding) {
      return new Answer(decoding, null);
    }

    @Override
    public String toString() {
      return "Answer[" + decoding + "]";
    }
  }

  /// Decodes a message.
  ///
  /// @param message as AWS printed it, at most 10,240 characters
  /// @param principalArn who was refused, where the paste says so: STS decodes only messages of the
  ///   account that asks
  Answer decode(String message, @Nullable String principalArn);

  /// Loads and builds what [#decode] needs, without a call: before a snapshot is taken.
  void prepare();

  /// The decoder that the environment asks for. The AWS SDK is loaded only when it is switched on.
  static MessageDecoder of(Map<String, String> environment) {
    return "on".equals(environment.get(VARIABLE)) ? new StsDecoder() : NoDecoder.INSTANCE;
  }
}
