package io.credfix.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.sts.StsServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged function with decoding switched on, the SDK inside it, and a server that speaks the
/// STS query protocol.
class DecodingIT {
  private static final String ENCODED = "4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdefghijklmnop_qrstuv";
  private static final String EVENT =
      """
      {"version":"2.0","rawPath":"/v1/diagnose","headers":{"content-type":"text/plain","accept":"text/markdown"},
      "requestContext":{"stage":"$default","http":{"method":"POST","path":"/v1/diagnose"}},"isBase64Encoded":false,
      "body":"An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: %s"}
      """
          .formatted(ENCODED);

  @Test
  void explainsWhatStsDecodedAndGoesOnWhenStsRefuses(@TempDir Path folder) throws Exception {
    String document =
        "{\"allowed\":false,\"explicitDeny\":false,\"matchedStatements\":{\"items\":[]},"
            + "\"context\":{\"principal\":{\"arn\":\"arn:aws:iam::111122223333:user/Ann\"},"
            + "\"action\":\"ec2:RunInstances\",\"resource\":\"*\",\"conditions\":{\"items\":[]}}}";
    try (var sts = new StsServer();
        var function = new PackagedFunction(folder, environment(sts))) {
      sts.on("GetCallerIdentity", StsServer.identity(StsServer.HOME))
          .on(
              "DecodeAuthorizationMessage",
              StsServer.decoded(document),
              StsServer.error(403, "AccessDenied", "not authorized"));
      Answer decoded = function.invoke(EVENT.getBytes(StandardCharsets.UTF_8));
      assertEquals(200, decoded.status());
      assertTrue(decoded.body().contains("denied because no statement allows it"), decoded.body());
      Answer refused = function.invoke(EVENT.getBytes(StandardCharsets.UTF_8));
      assertEquals(200, refused.status());
      assertTrue(refused.body().contains("AWS STS answered `AccessDenied`"), refused.body());
      String log = function.log();
      assertTrue(log.contains("\"decoding\":\"decoded\""), log);
      assertTrue(log.contains("\"decoding\":\"denied\""), log);
      assertFalse(log.contains(ENCODED) || log.contains("SLF4J"), "more than our own lines");
    }
  }

  private static Map<String, String> environment(StsServer sts) {
    return Map.of(
        "CREDFIX_DECODE",
        "on",
        "AWS_ENDPOINT_URL_STS",
        sts.address().toString(),
        "AWS_ACCESS_KEY_ID",
        "AKIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY",
        "none");
  }
}
