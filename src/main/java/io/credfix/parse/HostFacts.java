package io.credfix.parse;

import java.util.Locale;
import java.util.Set;

/// The hosts a text names, and what AWS's own host names say: Region, bucket, registry, cluster.
final class HostFacts implements FactFinder {
  /// Services whose host has the Region and nothing else behind their name.
  private static final Set<String> REGIONAL =
      Set.of(
          "athena",
          "cloudformation",
          "dynamodb",
          "ec2",
          "ecs",
          "eks",
          "events",
          "glue",
          "kinesis",
          "kms",
          "lambda",
          "logs",
          "monitoring",
          "rds",
          "s3",
          "secretsmanager",
          "sns",
          "sqs",
          "ssm",
          "sts");

  private static final int LONGEST = 200;
  private static final int MOST = 30;

  /// Endings of hosts that are worth naming without a scheme in front.
  private static final Set<String> ENDINGS =
      Set.of(".amazonaws.com", ".amazonaws.com.cn", ".awsapps.com", ".api.aws", ".on.aws", ".app");

  /// Pages that messages point to.
  private static final Set<String> PAGES =
      Set.of(
          "docs.aws.amazon.com",
          "aws.amazon.com",
          "console.aws.amazon.com",
          "registry.terraform.io",
          "www.terraform.io",
          "github.com",
          "curl.haxx.se",
          "curl.se",
          "pypi.org",
          "repost.aws");

  @Override
  public void find(ReadableText text, Facts.Builder facts) {
    String plain = text.text();
    int at = 0;
    int count = 0;
    while (at < plain.length() && count < MOST) {
      int start = at;
      boolean dotted = false;
      while (at < plain.length() && isHost(plain.charAt(at))) {
        dotted |= plain.charAt(at) == '.';
        at++;
      }
      boolean port = text.charAt(at) == ':';
      boolean named = dotted || port || at - start >= "localhost".length();
      if (named && at - start <= LONGEST && candidate(text, start, at, facts)) {
        count++;
      }
      at = Math.max(at, start + 1);
    }
  }

  private static boolean isHost(char c) {
    return Characters.isAlphanumeric(c) || c == '.' || c == '-' || c == '_';
  }

  private static boolean candidate(ReadableText text, int start, int end, Facts.Builder facts) {
    boolean behindScheme = behindScheme(text, start);
    if (!behindScheme && !canBeNamed(text, start, end)) {
      return false;
    }
    String host = text.text().substring(start, end).toLowerCase(Locale.ROOT);
    while (host.endsWith(".") || host.endsWith("-")) {
      host = host.substring(0, host.length() - 1);
    }
    if (!isName(host) && !(behindScheme && isShort(text, host, end))) {
      return false;
    }
    if (PAGES.contains(host) || text.text().startsWith("/doc/20", end)) {
      return false;
    }
    boolean url = behindScheme || text.charAt(start - 1) == '@' && inUrl(text, start);
    boolean aws = hasKnownEnding(host) && !host.startsWith("com.");
    if (!url && !aws && !isAddress(host) && !host.equals("localhost") && !isDialled(text, start)) {
      return false;
    }
    facts.add(Fact.HOST, host + port(text, start + host.length()));
    if (host.endsWith(".amazonaws.com") || host.endsWith(".amazonaws.com.cn")) {
      endpoint(text, host, end, facts);
    }
    return true;
  }

  /// False for what is no host without a scheme: numbers without dots, words, file names.
  private static boolean canBeNamed(ReadableText text, int start, int end) {
    int last = end - 1;
    while (last > start && (text.charAt(last) == '.' || text.charAt(last) == '-')) {
      last--;
    }
    char before = text.charAt(start - 1);
    return before == '@' && inUrl(text, start)
        || (before == '\'' || before == ' ') && isDialled(text, start)
        || Characters.isDigit(text.charAt(start)) && Characters.isDigit(text.charAt(last))
        || isEnding(text.charAt(last)) && (hasDot(text, start, last) || last - start == 8);
  }

  /// True for what clients say that they could not reach, `host='…'`, `lookup …`, or alone behind
  /// the Java SDK's `Unable to execute HTTP request:`, where a class of Java's may stand as well.
  private static boolean isDialled(ReadableText text, int start) {
    return text.text().startsWith("host='", start - 6)
        || text.text().startsWith("lookup ", start - 7)
        || text.text().startsWith("HTTP request: ", start - 14) && !isClass(text, start);
  }

  private static boolean isClass(ReadableText text, int start) {
    int end = start;
    boolean capital = false;
    while (isHost(text.charAt(end))) {
      capital |= Characters.isUpper(text.charAt(end));
      end++;
    }
    return capital;
  }

  private static boolean hasDot(ReadableText text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (text.charAt(i) == '.') {
        return true;
      }
    }
    return false;
  }

  /// True for the last letters of what is worth naming, `localhost` included.
  private static boolean isEnding(char c) {
    return "mnspt".indexOf(c | 32) >= 0;
  }

  private static boolean hasKnownEnding(String host) {
    for (String ending : ENDINGS) {
      if (host.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean behindScheme(ReadableText text, int start) {
    if (text.charAt(start - 1) != '/') {
      return false;
    }
    for (String scheme :
        new String[] {"http://", "https://", "socks5://", "tcp://", "ssh://", "wss://"}) {
      if (text.text().startsWith(scheme, start - scheme.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean inUrl(ReadableText text, int start) {
    int from = Math.max(0, start - 80);
    return text.text().substring(from, start).contains("://");
  }

  private static boolean isName(String host) {
    boolean dotted = host.indexOf('.') > 0 && !host.contains("..") || host.equals("localhost");
    return dotted
        && Characters.isAlphanumeric(host.charAt(0))
        && Characters.consistsOf(host, ".-_")
        && !host.endsWith(".html")
        && !host.endsWith(".py");
  }

  /// A name of one label in a URL with a port, as inside a network of containers:
  /// `http://nexus:8081`.
  private static boolean isShort(ReadableText text, String host, int end) {
    return host.length() > 1
        && Characters.isLetter(host.charAt(0))
        && Characters.consistsOf(host, "-_")
        && !port(text, end).isEmpty();
  }

  /// Four numbers of at most three digits.
  private static boolean isAddress(String host) {
    String[] parts = host.split("\\.", 6);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      if (!Characters.isNumber(part) || part.length() > 3 || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  private static String port(ReadableText text, int at) {
    if (text.charAt(at) != ':') {
      return "";
    }
    int end = at + 1;
    while (end < at + 6 && Characters.isDigit(text.charAt(end))) {
      end++;
    }
    return end > at + 1 && !Characters.isAlphanumeric(text.charAt(end))
        ? text.text().substring(at, end)
        : "";
  }

  private static void endpoint(ReadableText text, String host, int end, Facts.Builder facts) {
    String[] labels = host.split("\\.", 20);
    for (int i = 1; i + 1 < labels.length; i++) {
      if (REGIONAL.contains(labels[i - 1])
          && labels[i + 1].equals("amazonaws")
          && RegionNames.isMeantAsRegion(labels[i])) {
        facts.add(Fact.REGION, labels[i]);
      }
    }
    for (String label : labels) {
      if (RegionNames.looksLikeRegion(label)) {
        facts.add(Fact.REGION, label);
      } else if (label.startsWith("s3-") && RegionNames.looksLikeRegion(label.substring(3))) {
        facts.add(Fact.REGION, label.substring(3));
      }
    }
    if (host.contains(".dkr.ecr")) {
      facts.add(Fact.REGISTRY, host);
      String account = labels[0];
      if (account.length() == 12 && Characters.isNumber(account)) {
        facts.add(Fact.ACCOUNT, account);
      }
      repository(text, end, facts);
    } else if (host.startsWith("s3.")
        || host.startsWith("s3-")
        || host.startsWith("s3.dualstack")) {
      path(text, end, facts);
    } else {
      int s3 = host.indexOf(".s3");
      char behind = s3 > 0 ? host.charAt(s3 + 3) : ' ';
      if (behind == '.' || behind == '-') {
        ArnFacts.bucket(host.substring(0, s3), facts);
      }
    }
  }

  private static String pathFrom(ReadableText text, int at) {
    int end = at;
    while (end < at + 200
        && (Characters.isAlphanumeric(text.charAt(end))
            || text.charAt(end) != 0 && "/._-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return text.text()
        .substring(Math.min(at, text.text().length()), Math.min(end, text.text().length()));
  }

  private static void path(ReadableText text, int end, Facts.Builder facts) {
    String path = pathFrom(text, end);
    if (path.startsWith("/")) {
      int slash = path.indexOf('/', 1);
      ArnFacts.bucket(slash < 0 ? path.substring(1) : path.substring(1, slash), facts);
    }
  }

  private static void repository(ReadableText text, int end, Facts.Builder facts) {
    String path = pathFrom(text, end);
    String name =
        path.startsWith("/v2/") ? path.substring(4) : path.startsWith("/") ? path.substring(1) : "";
    for (String stop : new String[] {"/blobs", "/manifests", "/tags"}) {
      int cut = name.indexOf(stop);
      name = cut < 0 ? name : name.substring(0, cut);
    }
    while (name.endsWith("/") || name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.length() > 1) {
      facts.add(Fact.REPOSITORY, name);
    }
  }
}
