package io.credfix.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/// Serves HTTP/1.1 on a socket, in place of API Gateway: every request becomes the gateway's event
/// and goes through the Lambda handler. One platform thread a connection: answering is work for the
/// processor, and the operating system shares it out fairly.
public final class LocalServer implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 256;

  /// So many requests are answered at once; others wait for their turn. More would not be done
  /// sooner, and each takes memory: a burst must not use it up.
  private static final int MAX_ANSWERS = Runtime.getRuntime().availableProcessors() + 1;

  private final ServerSocket server;
  private final LambdaHandler handler;
  private final Semaphore places = new Semaphore(MAX_CONNECTIONS);
  // Not fair: a fair one hands every turn to a thread that must be woken up first.
  private final Semaphore turns = new Semaphore(MAX_ANSWERS);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  private LocalServer(ServerSocket server, LambdaHandler handler) {
    this.server = server;
    this.handler = handler;
  }

  /// Starts listening.
  ///
  /// @param port 0 picks a free one
  /// @throws IOException when the address is unknown or in use
  public static LocalServer start(LambdaHandler handler, String host, int port) throws IOException {
    var socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port), 128);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    var server = new LocalServer(socket, handler);
    Thread.ofPlatform().name("credfix-accept").start(server::accept);
    return server;
  }

  /// Where it listens, such as `http://127.0.0.1:8080/`.
  public URI address() {
    InetAddress host = server.getInetAddress();
    String name = host.getHostAddress();
    return URI.create(
        "http://"
            + (name.contains(":") ? "[" + name + "]" : name)
            + ":"
            + server.getLocalPort()
            + "/");
  }

  /// Waits until it is closed.
  public void await() throws InterruptedException {
    closed.await();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        places.acquire();
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofPlatform().daemon().name("credfix-connection").start(() -> serve(socket));
      } catch (IOException e) {
        // Closed, or a client that gave up before it was served.
        places.release();
      } catch (InterruptedException e) {
        close();
      }
    }
  }

  private void serve(Socket socket) {
    try {
      new Connection(socket, this::answer).run();
    } finally {
      open.remove(socket);
      places.release();
    }
  }

  private APIGatewayV2HTTPResponse answer(RequestHead head, byte[] body) {
    turns.acquireUninterruptibly();
    try {
      // Made when its turn has come: a request that waits is held once, in bytes.
      return handler.handleRequest(GatewayEvents.of(head, body), null);
    } finally {
      turns.release();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      // It is going away in any case.
    } finally {
      closed.countDown();
    }
  }
}
