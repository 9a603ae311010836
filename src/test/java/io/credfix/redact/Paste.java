package io.credfix.redact;

import io.credfix.SuiteRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A paste with secrets made up at run time, so that none stands in the sources.
///
/// @param name of the situation
/// @param text what is pasted
/// @param secrets what must not be left of it
/// @param keeps what must be left
record Paste(String name, String text, List<String> secrets, List<String> keeps) {
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String BASE32 = UPPER + "234567";
  private static final String ALNUM =
      UPPER + UPPER.toLowerCase(java.util.Locale.ROOT) + "0123456789";
  private static final String BASE64 = ALNUM + "+/";
  private static final String BASE64_URL = ALNUM + "-_";
  private static final String PASSWORD = ALNUM + "!#*^~%";

  /// Every situation of `secrets.txt` in a clothing.
  static List<Paste> all(Clothing clothing, long seed) {
    List<Paste> pastes = new ArrayList<>();
    for (String block : resource("/redact/secrets.txt").split("(?m)^=== ", -1)) {
      if (!block.isBlank() && !isLeftOut(block.lines().findFirst().orElse(""), clothing)) {
        int line = block.indexOf('\n');
        pastes.add(
            of(
                block.substring(0, line),
                block.substring(line + 1).stripTrailing(),
                clothing,
                seed));
      }
    }
    return pastes;
  }

  /// Clothings in which a situation is known to leak stand behind `| not: `.
  private static boolean isLeftOut(String heading, Clothing clothing) {
    int from = heading.indexOf("| not: ");
    return from >= 0
        && List.of(heading.substring(from + 7).split(", ", -1)).contains(clothing.name());
  }

  /// Every line of `survivors.txt`.
  static List<String> survivors() {
    return resource("/redact/survivors.txt").lines().toList();
  }

  private static String resource(String name) {
    try (InputStream in = java.util.Objects.requireNonNull(Paste.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Paste of(String heading, String template, Clothing clothing, long seed) {
    String[] parts = heading.replaceFirst(" \\| not: .*", "").split(" \\| keep: ", 2);
    Random random = new Random(seed * 31 + parts[0].hashCode());
    Map<String, String> values = new HashMap<>();
    List<String> secrets = new ArrayList<>();
    var text = new StringBuilder();
    int done = 0;
    for (int open = template.indexOf('‹'); open >= 0; open = template.indexOf('‹', done)) {
      int close = template.indexOf('›', open);
      String hole = template.substring(open + 1, close);
      String[] spec = hole.split("\\|", -1);
      String value = values.computeIfAbsent(spec[0], key -> secret(key, random));
      String shown = spec.length > 1 ? encoded(value, spec[1]) : value;
      if (!secrets.contains(value)) {
        secrets.add(value);
      }
      boolean part = spec.length > 1 && spec[1].length() == 1;
      if (!part && !secrets.contains(shown)) {
        secrets.add(shown);
      }
      text.append(template, done, open).append(clothing.dressSecret(shown));
      done = close + 1;
    }
    text.append(template.substring(done));
    List<String> keeps = parts.length > 1 ? List.of(parts[1].split("; ", -1)) : List.of();
    return new Paste(parts[0], clothing.dress(text.toString()), secrets, keeps);
  }

  private static String encoded(String value, String how) {
    return switch (how) {
      case "a" -> value.substring(0, value.length() / 2);
      case "b" -> value.substring(value.length() / 2);
      case "url" -> URLEncoder.encode(value, StandardCharsets.UTF_8);
      case "url2" ->
          URLEncoder.encode(
              URLEncoder.encode(value, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      default -> Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    };
  }

  /// A secret of a kind such as `sk`, `st:4000`, `b64:64`; digits behind the name tell several
  /// apart.
  static String secret(String spec, Random random) {
    String secret = made(spec, random);
    SuiteRecord.plant(secret);
    return secret;
  }

  private static String made(String spec, Random random) {
    int colon = spec.indexOf(':');
    int size = colon < 0 ? 0 : Integer.parseInt(spec.substring(colon + 1));
    String kind =
        (colon < 0 ? spec : spec.substring(0, colon)).replaceFirst("^(b64u?|b32|[a-z]+)\\d$", "$1");
    return switch (kind) {
      case "akia" -> "AKIA" + chars(BASE32, 16, random);
      case "asia" -> "ASIA" + chars(BASE32, 16, random);
      case "sk" -> chars(BASE64, 40, random);
      case "st" -> "IQoJb3JpZ2luX2Vj" + chars(BASE64, size == 0 ? 300 : size, random) + "==";
      case "jwt" ->
          "eyJhbGciOiJSUzI1NiJ9.eyJ"
              + chars(BASE64_URL, 120, random)
              + "."
              + chars(BASE64_URL, 86, random);
      case "jwthead" -> "eyJhbGciOiJSUzI1NiIsImtpZCI6" + chars(BASE64_URL, 24, random);
      case "saml" -> "PHNhbWxwOlJlc3BvbnNl" + chars(BASE64, 400, random) + "==";
      case "imds" -> "AQAEA" + chars(BASE64_URL, 49, random) + "==";
      case "ecr" -> "eyJwYXlsb2FkIjoi" + chars(BASE64, 300, random);
      case "hex" -> chars("0123456789abcdef", size, random);
      case "b64" -> chars(BASE64, size, random);
      case "b64u" -> chars(BASE64_URL, size, random);
      case "alnum" -> chars(ALNUM, size, random);
      case "b32" -> chars(BASE32, size, random);
      case "device" -> chars(UPPER, 4, random) + "-" + chars(UPPER, 4, random);
      case "digits" -> chars("0123456789", size, random);
      case "word" -> chars(UPPER.toLowerCase(java.util.Locale.ROOT), size, random);
      case "lower" -> chars(UPPER.toLowerCase(java.util.Locale.ROOT) + "0123456789", size, random);
      case "strong" ->
          chars(ALNUM, 4, random)
              + chars("0123456789", 1, random)
              + chars("!@#$%^&*()-_=+[]{}?", 2, random)
              + chars(ALNUM, 8, random);
      case "pw" ->
          chars(ALNUM, 4, random) + chars(PASSWORD, 9, random) + chars("0123456789", 1, random);
      default -> throw new IllegalArgumentException(spec);
    };
  }

  private static String chars(String alphabet, int size, Random random) {
    var out = new StringBuilder();
    while (out.length() < size) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return out.toString();
  }

  /// The pieces of this paste's secrets that a text still shows, also behind decoding and without
  /// blanks, line marks and invisible characters.
  List<String> leaks(String output) {
    String bare = bare(output);
    List<String> leaks = new ArrayList<>();
    for (String secret : secrets) {
      int size = Math.min(12, secret.length());
      String raw = bare(secret);
      for (int i = 0; i + size <= raw.length(); i += Math.max(1, size / 4)) {
        if (bare.contains(raw.substring(i, i + size))) {
          leaks.add(raw.substring(i, i + size));
          break;
        }
      }
    }
    return leaks;
  }

  private static String bare(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m|\\[[0-9;]{1,6}m", "")
        .replaceAll("=\r?\n", "")
        .replaceAll("[\\s\u00a0\u00ad\u200b\ufeff>│]", "")
        .replaceAll("%(?:25)*2[Ff]", "/")
        .replaceAll("%(?:25)*2[Bb]", "+")
        .replaceAll("%(?:25)*3[Dd]", "=")
        .replace("&amp;", "&")
        .replace("\\", "");
  }
}
