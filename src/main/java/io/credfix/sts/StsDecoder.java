package io.credfix.sts;

import io.credfix.render.Decoding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/// Decodes with `sts:DecodeAuthorizationMessage`. Credentials, Region and endpoint are those of the
/// AWS SDK's default chain: in Lambda the function's role. Bounded: 1 s to connect, 2 s a call with
/// at most one retry, and at most two calls a message.
final class StsDecoder implements MessageDecoder {
  static final Duration CONNECT = Duration.ofSeconds(1);
  static final Duration CALL = Duration.ofSeconds(2);

  private final Supplier<StsClientBuilder> builder;
  private final AtomicReference<@Nullable StsClient> client = new AtomicReference<>();
  private final AtomicReference<@Nullable Home> home = new AtomicReference<>();

  /// Where this service itself runs.
  private record Home(String partition, String account) {
    static Optional<Home> of(@Nullable String arn) {
      if (arn == null) {
        return Optional.empty();
      }
      List<String> parts = List.of(arn.split(":", 6));
      return parts.size() == 6 && !parts.get(4).isEmpty()
          ? Optional.of(new Home(parts.get(1), parts.get(4)))
          : Optional.empty();
    }
  }

  StsDecoder() {
    this(StsClient::builder);
  }

  /// @param builder where the client is to differ from the default, such as in its endpoint
  StsDecoder(Supplier<StsClientBuilder> builder) {
    this.builder = builder;
  }

  @Override
  public Answer decode(String message, @Nullable String principalArn) {
    try {
      if (isForeign(principalArn)) {
        // It could not be decoded, and another account's message is not ours to send around.
        return Answer.refused(Decoding.OTHER_ACCOUNT);
      }
      String document =
          client()
              .decodeAuthorizationMessage(call -> call.encodedMessage(message))
              .decodedMessage();
      return document == null || document.isBlank()
          ? Answer.refused(Decoding.UNREADABLE)
          : new Answer(Decoding.DECODED, document);
    } catch (SdkException e) {
      return Answer.refused(Refusals.of(e));
    }
  }

  @Override
  public void prepare() {
    client();
  }

  /// True when the principal is known to be of another account or partition. Where our own account
  /// cannot be found out, STS decides.
  private boolean isForeign(@Nullable String principalArn) {
    Optional<Home> theirs = Home.of(principalArn);
    if (theirs.isEmpty()) {
      return false;
    }
    return home().map(own -> !own.equals(theirs.get())).orElse(false);
  }

  /// Our own account, asked for once; `GetCallerIdentity` needs no permission.
  private Optional<Home> home() {
    @Nullable Home known = home.get();
    if (known != null) {
      return Optional.of(known);
    }
    try {
      Optional<Home> found = Home.of(client().getCallerIdentity().arn());
      found.ifPresent(home::set);
      return found;
    } catch (SdkException e) {
      return Optional.empty();
    }
  }

  private StsClient client() {
    @Nullable StsClient ready = client.get();
    if (ready != null) {
      return ready;
    }
    StsClient built = build();
    if (client.compareAndSet(null, built)) {
      return built;
    }
    built.close();
    @Nullable StsClient other = client.get();
    return other == null ? built : other;
  }

  private StsClient build() {
    BackoffStrategy soon =
        BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofMillis(300));
    return builder
        .get()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(CALL))
        .overrideConfiguration(
            override ->
                override
                    .apiCallTimeout(CALL)
                    .retryStrategy(
                        StandardRetryStrategy.builder()
                            .maxAttempts(2)
                            .backoffStrategy(soon)
                            .throttlingBackoffStrategy(soon)
                            .build()))
        .build();
  }
}
