package io.credfix.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.BiFunction;

/// One connection to the local server: requests in turn until one side has enough.
final class Connection implements Runnable {
  private static final int IDLE_MILLIS = 15_000;
  private static final int REQUEST_MILLIS = 30_000;

  private final Socket socket;
  private final BiFunction<RequestHead, byte[], APIGatewayV2HTTPResponse> handler;

  /// @param handler answers a request's head and body
  Connection(Socket socket, BiFunction<RequestHead, byte[], APIGatewayV2HTTPResponse> handler) {
    this.socket = socket;
    this.handler = handler;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setSoTimeout(IDLE_MILLIS);
      socket.setTcpNoDelay(true);
      var in = new WireReader(socket.getInputStream());
      var out = new BufferedOutputStream(socket.getOutputStream(), 16_384);
      boolean open = true;
      while (open && in.await()) {
        in.within(REQUEST_MILLIS);
        open = exchange(in, out);
        out.flush();
      }
      linger();
    } catch (IOException gone) {
      // The other side went away or fell silent: nobody is left to tell.
    }
  }

  /// @return whether the connection may go on
  private boolean exchange(WireReader in, OutputStream out) throws IOException {
    try {
      RequestHead head = RequestHead.read(in);
      if (RequestBody.isAwaited(head)) {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      byte[] body = RequestBody.read(head, in);
      APIGatewayV2HTTPResponse response = handler.apply(head, body);
      write(
          out,
          response.getStatusCode(),
          response.getHeaders(),
          body(response),
          head.method().equalsIgnoreCase("HEAD"),
          head.persistent());
      return head.persistent();
    } catch (WireException e) {
      refuse(out, e.status(), String.valueOf(e.getMessage()));
      return false;
    } catch (SocketTimeoutException e) {
      refuse(out, 408, "The request took too long.");
      return false;
    } catch (OutOfMemoryError e) {
      // What filled the memory is garbage by now; the process and its other requests go on.
      refuse(out, 503, "There is no memory for this request just now. Try again in a moment.");
      return false;
    }
  }

  /// What never reaches the handler in AWS does not reach it here: the gateway would refuse it.
  private static void refuse(OutputStream out, int status, String reason) throws IOException {
    write(
        out,
        status,
        Map.of("content-type", "application/problem+json", "cache-control", "no-store"),
        ("{\"type\":\"about:blank\",\"title\":\""
                + Reason.phrase(status)
                + "\",\"status\":"
                + status
                + ",\"detail\":\""
                + reason
                + "\"}")
            .getBytes(StandardCharsets.UTF_8),
        false,
        false);
  }

  private static byte[] body(APIGatewayV2HTTPResponse response) {
    return response.getIsBase64Encoded()
        ? Base64.getDecoder().decode(response.getBody())
        : response.getBody().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(
      OutputStream out,
      int status,
      Map<String, String> headers,
      byte[] body,
      boolean head,
      boolean persistent)
      throws IOException {
    var lines = new StringBuilder(512);
    lines.append("HTTP/1.1 ").append(status).append(' ').append(Reason.phrase(status));
    lines.append("\r\n");
    headers.forEach((name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
    if (status != 204 && status != 304 && !head) {
      lines.append("content-length: ").append(body.length).append("\r\n");
    }
    lines.append("connection: ").append(persistent ? "keep-alive" : "close").append("\r\n\r\n");
    out.write(lines.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (!head) {
      out.write(body);
    }
  }

  /// Lets the other side read the answer before the connection goes: closing with unread bytes
  /// would reset it.
  private void linger() throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(1_000);
    byte[] rest = new byte[8192];
    long until = System.nanoTime() + 2_000_000_000L;
    while (System.nanoTime() < until && socket.getInputStream().read(rest) >= 0) {
      // Dropped.
    }
  }
}
