package io.credfix.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The protocol over standard input and output: a message a line, until the input ends. Nothing but
/// messages is written.
public final class StandardStreams {
  private final McpServer server;
  private final InputStream in;
  private final OutputStream out;
  private @Nullable ProtocolVersion agreed;

  /// @param in UTF-8
  /// @param out UTF-8
  public StandardStreams(McpServer server, InputStream in, OutputStream out) {
    this.server = server;
    this.in = new BufferedInputStream(in, 16_384);
    this.out = out;
  }

  /// Serves until the input ends.
  ///
  /// @throws IOException when the other side is gone
  public void serve() throws IOException {
    var line = new ByteArrayOutputStream(4096);
    long length = 0;
    int next;
    do {
      next = in.read();
      if (next == '\n' || next < 0) {
        take(line, length);
        line.reset();
        length = 0;
      } else if (length++ < JsonDocument.MAX_BYTES) {
        line.write(next);
      }
    } while (next >= 0);
  }

  private void take(ByteArrayOutputStream line, long length) throws IOException {
    Reply reply = length > JsonDocument.MAX_BYTES ? tooLong() : reply(line.toByteArray());
    if (reply == null || reply.json().isEmpty()) {
      return;
    }
    if (reply.agreed() != null) {
      agreed = reply.agreed();
    }
    out.write((reply.json() + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static Reply tooLong() {
    return McpServer.unreadable("A message has at most 262,144 bytes.");
  }

  private @Nullable Reply reply(byte[] line) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return text.isBlank() ? null : server.answer(text, envelope());
    } catch (CharacterCodingException e) {
      return McpServer.unreadable("The message is not UTF-8.");
    } catch (RuntimeException | StackOverflowError e) {
      return McpServer.fault();
    }
  }

  /// A version that `initialize` agreed on holds for what follows, and decides about batches.
  private Envelope envelope() {
    return agreed == null
        ? Envelope.STREAM
        : new Envelope(false, agreed.label(), null, null, Envelope.STREAM.base());
  }
}
