package io.credfix.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The service and the page redact alike: what Java made of every vector is written down, and
/// `redact.test.mjs` makes it again under Node.
class SharedVectorsTest {
  private static final Path VECTORS = Path.of("target", "redact-vectors.jsonl");
  private static final Path SCRIPT = Path.of("src", "test", "js", "redact.test.mjs");
  private static final String MARKS =
      "=:\"'\\&%;,|<>()[]{}\n\r\t \u200b\u001bAKey_./+$#@│\u00a0\u00ad";

  private final Redactor redactor = new Redactor();

  @Test
  void thePageRedactsLikeTheService() throws Exception {
    Map<String, String> inputs = inputs();
    assertTrue(inputs.size() >= 300);
    write(inputs);
    if (!isNodeInstalled()) {
      if ("1".equals(System.getenv("CREDFIX_REQUIRE_TOOLS"))) {
        fail("node is not on the PATH");
      }
      assumeTrue(false, "node is not on the PATH");
    }
    Path log = Path.of("target", "redact-node.log");
    Process node =
        new ProcessBuilder("node", "--test", SCRIPT.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(node.waitFor(180, TimeUnit.SECONDS));
    assertEquals(0, node.exitValue(), () -> read(log));
  }

  private static Map<String, String> inputs() {
    Map<String, String> inputs = new LinkedHashMap<>();
    List<String> pieces = new ArrayList<>(Paste.survivors());
    for (Clothing clothing : Clothing.values()) {
      for (Paste paste : Paste.all(clothing, 9)) {
        inputs.put(paste.name() + " in " + clothing, paste.text());
      }
    }
    for (Paste paste : Paste.all(Clothing.PLAIN, 4)) {
      pieces.addAll(paste.text().lines().filter(line -> !line.isBlank()).toList());
    }
    for (String line : Paste.survivors()) {
      inputs.put("survivor " + inputs.size(), line);
    }
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      inputs.put("mixture " + i, mixture(pieces, random));
    }
    return inputs;
  }

  /// Pieces of pastes, put together and damaged by chance.
  private static String mixture(List<String> pieces, Random random) {
    var text = new StringBuilder();
    for (int parts = 1 + random.nextInt(4); parts > 0; parts--) {
      String piece = pieces.get(random.nextInt(pieces.size()));
      int from = random.nextInt(piece.length());
      text.append(piece, from, from + random.nextInt(piece.length() - from) + 1);
      text.append(random.nextBoolean() ? "\n" : "");
    }
    for (int damages = random.nextInt(8); damages > 0; damages--) {
      text.insert(random.nextInt(text.length() + 1), MARKS.charAt(random.nextInt(MARKS.length())));
    }
    return text.toString();
  }

  private void write(Map<String, String> inputs) throws IOException {
    Files.createDirectories(VECTORS.getParent());
    var factory = new JsonFactory().setRootValueSeparator("\n");
    try (JsonGenerator out =
        factory.createGenerator(Files.newBufferedWriter(VECTORS, StandardCharsets.UTF_8))) {
      for (Map.Entry<String, String> input : inputs.entrySet()) {
        Redacted redacted = redactor.redact(Submission.of(input.getValue()));
        out.writeStartObject();
        out.writeStringField("name", input.getKey());
        out.writeStringField("input", input.getValue());
        out.writeStringField("text", redacted.text());
        out.writeArrayFieldStart("redactions");
        for (Redaction redaction : redacted.redactions()) {
          out.writeStartObject();
          out.writeStringField("kind", redaction.kind());
          out.writeNumberField("count", redaction.count());
          out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
      }
    }
  }

  private static boolean isNodeInstalled() {
    String path = System.getenv("PATH");
    for (String folder : path == null ? new String[0] : path.split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, "node"))) {
        return true;
      }
    }
    return false;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "no log";
    }
  }
}
