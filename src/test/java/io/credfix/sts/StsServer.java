package io.credfix.sts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Speaks the STS query protocol on loopback: version 2011-06-15, form in, XML out. Shapes: STS API
/// Reference, GetCallerIdentity, DecodeAuthorizationMessage and Common Errors.
public final class StsServer implements AutoCloseable {
  /// The account and partition that it says it is asked from.
  public static final String HOME = "arn:aws:sts::111122223333:assumed-role/credfix/function";

  private static final DateTimeFormatter SIGNED =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Deque<Reply>> script = new HashMap<>();
  private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
  private Duration ahead = Duration.ZERO;

  /// What is answered to one call.
  ///
  /// @param delayMillis waits so long first
  public record Reply(int status, String body, long delayMillis) {}

  /// Starts it on a free port.
  public StsServer() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /// For an endpoint override.
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /// Answers an action's calls in this order; the last one again and again.
  public synchronized StsServer on(String action, Reply... replies) {
    script.put(action, new ArrayDeque<>(List.of(replies)));
    return this;
  }

  /// The form fields of every call, in order.
  public List<Map<String, String>> calls() {
    return List.copyOf(calls);
  }

  /// How often an action was called.
  public long count(String action) {
    return calls.stream().filter(call -> action.equals(call.get("Action"))).count();
  }

  /// `GetCallerIdentity`'s answer.
  public static Reply identity(String arn) {
    return ok(
        "GetCallerIdentity",
        "<Arn>%s</Arn><UserId>AROAEXAMPLE:function</UserId><Account>%s</Account>"
            .formatted(arn, arn.split(":", 6)[4]));
  }

  /// `DecodeAuthorizationMessage`'s answer.
  public static Reply decoded(String document) {
    return ok(
        "DecodeAuthorizationMessage",
        "<DecodedMessage>"
            + document.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")
            + "</DecodedMessage>");
  }

  /// An error document.
  public static Reply error(int status, String code, String message) {
    return new Reply(
        status,
        """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
          <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
        </ErrorResponse>
        """
            .formatted(code, message),
        0);
  }

  private static Reply ok(String action, String result) {
    return new Reply(
        200,
        """
        <%1$sResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <%1$sResult>%2$s</%1$sResult>
          <ResponseMetadata><RequestId>6624a9ca-cd25-4f50-b2a5-7ba65bf07453</RequestId></ResponseMetadata>
        </%1$sResponse>
        """
            .formatted(action, result),
        0);
  }

  /// Sets its clock: how far ahead of this machine's it is.
  public synchronized StsServer ahead(Duration offset) {
    ahead = offset;
    return this;
  }

  private synchronized Instant now() {
    return Instant.now().plus(ahead);
  }

  /// As STS does: a signature is good for 15 minutes, either way.
  private boolean isOutOfTime(Instant signed) {
    return Duration.between(signed, now()).abs().compareTo(Duration.ofMinutes(15)) > 0;
  }

  private Reply outOfTime(String signed) {
    String limit = SIGNED.format(now().minus(Duration.ofMinutes(15)));
    return error(
        403,
        "SignatureDoesNotMatch",
        "Signature expired: " + signed + " is now earlier than " + limit);
  }

  private synchronized Reply next(String action) {
    Deque<Reply> replies = script.get(action);
    if (replies == null) {
      return error(400, "InvalidAction", "Could not find operation " + action);
    }
    return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> answer(socket));
      } catch (IOException e) {
        // Closed.
        return;
      }
    }
  }

  /// One request a connection.
  private void answer(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      line(in);
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        int colon = line.indexOf(':');
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
      int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
      Map<String, String> fields = fields(in.readNBytes(length));
      fields.put("Authorization", headers.getOrDefault("Authorization", ""));
      calls.add(fields);
      String signed = headers.get("X-Amz-Date");
      Reply reply =
          signed != null && isOutOfTime(Instant.from(SIGNED.parse(signed)))
              ? outOfTime(signed)
              : next(fields.getOrDefault("Action", ""));
      Thread.sleep(reply.delayMillis());
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      String head =
          "HTTP/1.1 %d Status\r\nContent-Type: text/xml\r\nDate: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(reply.status(), HTTP_DATE.format(now()), body.length);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
    } catch (IOException e) {
      // The client did not wait.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> fields(byte[] form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : new String(form, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(
            field.substring(0, equals),
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
