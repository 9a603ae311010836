package io.credfix.redact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Compares public secret scanners, used as redactors, with credfix on the vectors. Run by
/// `bench/scanners`; prints a Markdown table.
///
/// `PeerTable write DIR` writes the pastes; `PeerTable table DIR` reads what the scanners reported:
/// `DIR/gitleaks.json` and `DIR/secretlint.json`.
final class PeerTable {
  private static final List<Clothing> CLOTHINGS =
      List.of(Clothing.PLAIN, Clothing.JSON, Clothing.HTML, Clothing.URL, Clothing.WRAPPED);

  private final Map<String, List<String>> removed = new HashMap<>();

  private PeerTable() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("write")) {
      for (Clothing clothing : CLOTHINGS) {
        List<Paste> pastes = Paste.all(clothing, 1);
        for (int i = 0; i < pastes.size(); i++) {
          Files.createDirectories(folder.resolve("pastes"));
          Files.writeString(file(folder, clothing, i), pastes.get(i).text());
        }
      }
      return;
    }
    var gitleaks = new PeerTable();
    var gitleaksAws = new PeerTable();
    for (Map<String, String> finding : objects(folder.resolve("gitleaks.json"))) {
      String file = name(finding.getOrDefault("File", ""));
      String secret = finding.getOrDefault("Secret", "");
      gitleaks.add(file, secret);
      if (finding.getOrDefault("RuleID", "").startsWith("aws")) {
        gitleaksAws.add(file, secret);
      }
    }
    var secretlint = new PeerTable();
    var secretlintAws = new PeerTable();
    for (Map<String, String> finding : objects(folder.resolve("secretlint.json"))) {
      String file = name(finding.getOrDefault("filePath", ""));
      String text = Files.readString(folder.resolve("pastes").resolve(file));
      int start = Integer.parseInt(finding.getOrDefault("range.0", "0"));
      int end = Integer.parseInt(finding.getOrDefault("range.1", "0"));
      String secret = text.substring(start, end);
      secretlint.add(file, secret);
      if (finding.getOrDefault("ruleId", "").endsWith("rule-aws")) {
        secretlintAws.add(file, secret);
      }
    }
    var redactor = new Redactor();
    System.out.println(
        "| clothing | pastes | gitleaks, AWS rules | gitleaks, all rules |"
            + " secretlint, AWS rules | secretlint, recommended | credfix |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    for (Clothing clothing : CLOTHINGS) {
      List<Paste> pastes = Paste.all(clothing, 1);
      System.out.println(
          "| %s | %d | %d | %d | %d | %d | %d |"
              .formatted(
                  clothing.name().toLowerCase(java.util.Locale.ROOT),
                  pastes.size(),
                  gitleaksAws.leaking(clothing, pastes),
                  gitleaks.leaking(clothing, pastes),
                  secretlintAws.leaking(clothing, pastes),
                  secretlint.leaking(clothing, pastes),
                  leaking(pastes, text -> redactor.redact(Submission.of(text)).text())));
    }
  }

  private static Path file(Path folder, Clothing clothing, int i) {
    return folder.resolve("pastes").resolve(clothing + "-" + i + ".txt");
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void add(String file, String secret) {
    if (!secret.isEmpty()) {
      removed.computeIfAbsent(file, any -> new ArrayList<>()).add(secret);
    }
  }

  private int leaking(Clothing clothing, List<Paste> pastes) {
    int count = 0;
    for (int i = 0; i < pastes.size(); i++) {
      String text = pastes.get(i).text();
      for (String secret : removed.getOrDefault(clothing + "-" + i + ".txt", List.of())) {
        text = text.replace(secret, "[removed]");
      }
      count += pastes.get(i).leaks(text).isEmpty() ? 0 : 1;
    }
    return count;
  }

  private static int leaking(List<Paste> pastes, UnaryOperator<String> redactor) {
    int count = 0;
    for (Paste paste : pastes) {
      count += paste.leaks(redactor.apply(paste.text())).isEmpty() ? 0 : 1;
    }
    return count;
  }

  /// Every finding of a report, with the file it belongs to; array items are named `range.0`.
  private static List<Map<String, String>> objects(Path report) throws IOException {
    List<Map<String, String>> found = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(Files.readAllBytes(report))) {
      var open = new ArrayDeque<Map<String, String>>();
      String path = "";
      String name = "";
      int item = -1;
      while (parser.nextToken() != null) {
        switch (parser.currentToken()) {
          case START_OBJECT -> open.push(new LinkedHashMap<>(Map.of("filePath", path)));
          case END_OBJECT -> {
            Map<String, String> closed = open.pop();
            if (closed.containsKey("RuleID") || closed.containsKey("ruleId")) {
              found.add(closed);
            }
          }
          case START_ARRAY -> item = 0;
          case END_ARRAY -> item = -1;
          case FIELD_NAME -> {
            name = parser.currentName();
            item = -1;
          }
          default -> {
            if (!open.isEmpty()) {
              open.element().put(item >= 0 ? name + "." + item++ : name, parser.getText());
            }
            path = name.equals("filePath") ? parser.getText() : path;
          }
        }
      }
    }
    return found;
  }
}
