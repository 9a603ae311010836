package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.TestRulebook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalServerTest {
  private static final String HOST = "Host: localhost\r\n";
  private static LocalServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    server = LocalServer.start(Call.handler(Map.of()), "127.0.0.1", 0);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @Test
  void answersByteForByteWhatTheHandlerAnswers() throws Exception {
    for (String path : List.of("/", "/causes.json", "/causes/session-token-missing", "/nothing")) {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
      var expected = Call.get(path).send();
      assertEquals(expected.getStatusCode(), response.statusCode());
      assertArrayEquals(expected.getBody().getBytes(StandardCharsets.UTF_8), response.body());
      expected
          .getHeaders()
          .forEach(
              (name, value) -> assertEquals(List.of(value), response.headers().allValues(name)));
    }
  }

  @Test
  void takesBodiesByLengthAndInChunks() throws Exception {
    String body = "{\"error\":\"" + TestRulebook.SEED + "\",\"keyPrefix\":\"ASIA\"}";
    var request =
        HttpRequest.newBuilder(at("/v1/diagnose")).header("content-type", "application/json");
    for (HttpRequest.BodyPublisher publisher :
        List.of(
            HttpRequest.BodyPublishers.ofString(body),
            HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(body)))) {
      HttpResponse<String> response =
          client.send(request.copy().POST(publisher).build(), HttpResponse.BodyHandlers.ofString());
      assertEquals(200, response.statusCode());
      assertTrue(response.body().startsWith("# Temporary"), response.body());
    }
  }

  @Test
  void tooLargeBodiesGetTheirAnswer() throws Exception {
    for (int size : new int[] {262_145, 3_000_000}) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(at("/v1/diagnose"))
                  .header("content-type", "text/plain")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(413, response.statusCode());
      assertTrue(response.body().contains("/problems/body-too-large"));
    }
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(at("/v1/diagnose"))
                .header("content-type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'a', (byte) 0xff}))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(400, response.statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /%zz HTTP/1.1~H~~                                             | 404",
        "GET /causes?family=%zz HTTP/1.1~H~~                               | 400",
        "GET /causes/{id} HTTP/1.1~H~~                                     | 404",
        "GET /health HTTP/1.0~~                                            | 200",
        "GET http://localhost/health HTTP/1.1~H~~                          | 200",
        "~~GET /health HTTP/1.1~H~~                                        | 200",
        "GET /health HTTP/1.1~~                                            | 400",
        "GET  /health HTTP/1.1~H~~                                         | 400",
        "GET /health HTTP/2.0~H~~                                          | 505",
        "GET health HTTP/1.1~H~~                                           | 400",
        "nonsense~~                                                        | 400",
        "GET /health HTTP/1.1~H X: folded~~                                | 400",
        "GET /health HTTP/1.1~HName : v~~                                  | 400",
        "POST /v1/diagnose HTTP/1.1~HContent-Length: x~~                   | 400",
        "POST /v1/diagnose HTTP/1.1~HContent-Length: -1~~                  | 400",
        "POST /v1/diagnose HTTP/1.1~HContent-Length: 1~Content-Length: 2~~a| 400",
        "POST /v1/diagnose HTTP/1.1~HContent-Length: 99999999999~~         | 413",
        "POST /v1/diagnose HTTP/1.1~HContent-Length: 1~Transfer-Encoding: chunked~~0~~ | 400",
        "POST /v1/diagnose HTTP/1.1~HTransfer-Encoding: gzip~~             | 501",
        "POST /v1/diagnose HTTP/1.1~HTransfer-Encoding: chunked~~zz~       | 400",
        "POST /v1/diagnose HTTP/1.1~HTransfer-Encoding: chunked~~2~abc~    | 400",
        "OPTIONS * HTTP/1.1~H~~                                            | 404",
      })
  void oddRequestsGetAPlainAnswer(String request, int status) throws IOException {
    String answer = raw(request.replace("H", "\u0001").replace("\u0001TTP", "HTTP"));
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
  }

  /// `~` stands for a line end, U+0001 for the field Host.
  private static String raw(String request) throws IOException {
    return send(request.replace("\u0001", HOST).replace("~", "\r\n") + "");
  }

  @Test
  void hugeHeadersAreRefused() throws IOException {
    String answer =
        send("GET /health HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(40_000) + "\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
  }

  @Test
  void aRawEllipsisInTheQueryIsUnderstood() throws IOException {
    String answer =
        send(
            "POST /v1/diagnose?keyPrefix=ASIA… HTTP/1.1\r\n"
                + HOST
                + "Content-Type: text/plain\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
  }

  @Test
  void connectionsGoOnAndKeepTheirOrder() throws IOException {
    String get = "GET /health HTTP/1.1\r\n" + HOST + "\r\n";
    String head = "HEAD /causes HTTP/1.1\r\n" + HOST + "\r\n";
    String last = "GET /nothing HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";
    String answer = send(head + get + last);
    assertEquals(4, answer.split("HTTP/1.1 ", -1).length, answer);
    assertTrue(answer.contains("\"status\":\"ok\""));
    assertTrue(answer.endsWith("}"));
  }

  @Test
  void whoWaitsForAGoAheadGetsIt() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(5_000);
      write(
          socket,
          "POST /v1/diagnose HTTP/1.1\r\n"
              + HOST
              + "Content-Type: text/plain\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n");
      byte[] start = socket.getInputStream().readNBytes(25);
      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", new String(start, StandardCharsets.UTF_8));
      write(socket, "x");
      byte[] answer = socket.getInputStream().readNBytes(15);
      assertEquals("HTTP/1.1 200 OK", new String(answer, StandardCharsets.UTF_8));
    }
  }

  @Test
  void clientsThatGoAwayOrDawdleHarmNobody() throws Exception {
    for (int i = 0; i < 30; i++) {
      var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
      write(socket, "POST /v1/diagnose HTTP/1.1\r\n" + HOST + "Content-Length: 500\r\n\r\nabc");
      if (i % 2 == 0) {
        socket.close();
      }
    }
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(at("/health")).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode());
  }

  @Test
  void aPortInUseIsAnError() {
    assertThrows(
        IOException.class,
        () -> LocalServer.start(Call.handler(Map.of()), "127.0.0.1", server.address().getPort()));
  }

  @Test
  void listensOnLoopbackOnly() {
    assertFalse(server.address().toString().contains("0.0.0.0"));
    assertTrue(server.address().toString().startsWith("http://127.0.0.1:"));
  }

  private static URI at(String path) {
    return server.address().resolve(path);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String send(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      write(socket, request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
