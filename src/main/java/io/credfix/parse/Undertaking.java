package io.credfix.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The call that a tool's own sentence names by what it was doing: `Error creating IAM Role x: …`,
/// `Error launching source instance: …`, `Failed to create the CloudFormation stack: …`.
final class Undertaking {
  /// The verbs of operations behind what tools say that they were doing.
  private static final Map<String, List<String>> DOING =
      Map.ofEntries(
          Map.entry("creating", List.of("Create")),
          Map.entry("deleting", List.of("Delete")),
          Map.entry("updating", List.of("Update")),
          Map.entry("reading", List.of("Get", "Describe", "Read")),
          Map.entry("getting", List.of("Get", "Describe")),
          Map.entry("retrieving", List.of("Get", "Describe")),
          Map.entry("fetching", List.of("Get", "Describe")),
          Map.entry("describing", List.of("Describe")),
          Map.entry("listing", List.of("List", "Describe")),
          Map.entry("querying", List.of("Query", "Describe")),
          Map.entry("launching", List.of("Launch")),
          Map.entry("putting", List.of("Put")),
          Map.entry("adding", List.of("Add")),
          Map.entry("attaching", List.of("Attach")),
          Map.entry("registering", List.of("Register")));

  /// The same behind `failed to` and `could not`.
  private static final Map<String, List<String>> TO_DO =
      Map.of(
          "create", List.of("Create"),
          "delete", List.of("Delete"),
          "update", List.of("Update"),
          "get", List.of("Get", "Describe"),
          "describe", List.of("Describe"),
          "list", List.of("List", "Describe"),
          "put", List.of("Put"));

  /// What is called otherwise than the thing that it is about.
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "launchsourceinstance", "RunInstances",
          "queryami", "DescribeImages",
          "createapigateway", "CreateRestApi",
          "addrole", "AddRoleToInstanceProfile",
          "readbucket", "HeadBucket");

  private static final Set<String> BEFORE =
      Set.of("error", "failed", "failure", "while", "when", "unable");

  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "new");

  private static final Set<String> SERVICES =
      Set.of(
          "aws",
          "amazon",
          "cloudformation",
          "cloudwatch",
          "dynamodb",
          "ec2",
          "ecr",
          "ecs",
          "eks",
          "iam",
          "kinesis",
          "kms",
          "lambda",
          "logs",
          "rds",
          "route53",
          "s3",
          "sns",
          "sqs",
          "ssm");

  /// With one of these behind it, the thing is another one.
  private static final Set<String> CONTINUED =
      Set.of(
          "alias",
          "association",
          "attachment",
          "configuration",
          "credentials",
          "deployment",
          "event",
          "group",
          "login",
          "membership",
          "method",
          "notification",
          "permission",
          "policy",
          "profile",
          "resource",
          "rule",
          "set",
          "stage",
          "tag",
          "tags",
          "token",
          "url",
          "v2",
          "version");

  /// Words that say by themselves whose they are.
  private static final Set<String> ALONE = Set.of("ami", "bucket", "role");

  /// What tools also say of files, metadata and clients of their own.
  private static final Set<String> OWN =
      Set.of("CreateSession", "GetMetadata", "GetSessionToken", "GetWebIdentityToken");

  /// As far in front of the error as its undertaking is named.
  private static final int REACH = 400;

  private Undertaking() {}

  /// The operation; null when no sentence in front of the error names one.
  static @Nullable String operation(ReadableText text, Finding error) {
    Words words = text.words();
    int place = error.code == null ? Integer.MAX_VALUE : error.at;
    @Nullable String found = null;
    for (int i = 1; i < words.size() && words.start(i) < place; i++) {
      if (error.code == null || place - words.start(i) < REACH) {
        @Nullable String operation = at(text, words, i, error.code != null);
        if (operation != null && error.code == null) {
          return operation;
        }
        found = operation == null ? found : operation;
      }
    }
    return found;
  }

  private static @Nullable String at(ReadableText text, Words words, int number, boolean coded) {
    int length = words.end(number) - words.start(number);
    if (length < 3 || length > 12) {
      return null;
    }
    String word = words.get(number).text();
    String before = lower(words, number - 1);
    @Nullable List<String> verbs = words.last(number) == 'g' ? DOING.get(word) : TO_DO.get(word);
    if (verbs == null) {
      return null;
    }
    boolean doing = words.last(number) == 'g';
    boolean says =
        doing
            ? BEFORE.contains(before) || text.text().startsWith(": ", words.start(number) - 2)
            : before.equals("not")
                || before.equals("to") && number > 1 && BEFORE.contains(lower(words, number - 2));
    return says ? thing(text, words, number, verbs, doing && coded) : null;
  }

  private static @Nullable String thing(
      ReadableText text, Words words, int number, List<String> verbs, boolean sure) {
    int from = number + 1;
    boolean service = false;
    while (follows(text, words, from)) {
      String word = lower(words, from);
      boolean skipped = SERVICES.contains(word);
      if (!skipped && !ARTICLES.contains(word)) {
        break;
      }
      service |= skipped;
      from++;
    }
    @Nullable String found = null;
    int behind = from;
    var noun = new StringBuilder();
    for (int i = from; i < from + 3 && follows(text, words, i); i++) {
      noun.append(lower(words, i));
      @Nullable String operation = named(verbs, noun.toString());
      if (operation != null) {
        found = operation;
        behind = i + 1;
      }
    }
    boolean continued = follows(text, words, behind) && CONTINUED.contains(lower(words, behind));
    if (found == null || continued || OWN.contains(found) || Operations.service(found) == null) {
      return null;
    }
    boolean aws =
        service
            || behind - from > 1
            || sure && ALONE.contains(lower(words, from))
            || follows(text, words, behind)
                && lower(words, behind).equals("in")
                && SERVICES.contains(lower(words, behind + 1));
    boolean profile =
        !found.equals("AddRoleToInstanceProfile")
            || line(text, words.start(number)).contains("nstance Profile");
    return aws && profile ? found : null;
  }

  private static @Nullable String named(List<String> verbs, String noun) {
    for (String verb : verbs) {
      String name = verb.toLowerCase(Locale.ROOT) + noun;
      @Nullable String operation = OTHERWISE.get(name);
      operation = operation == null ? Operations.spelled(name) : operation;
      if (operation != null) {
        return operation;
      }
    }
    return null;
  }

  /// True when only blanks stand between this word and the one before.
  private static boolean follows(ReadableText text, Words words, int number) {
    return number > 0
        && number < words.size()
        && words.start(number) - words.end(number - 1) <= 2
        && text.charAt(words.end(number - 1)) == ' '
        && text.charAt(words.start(number) - 1) == ' ';
  }

  private static String line(ReadableText text, int from) {
    int end = text.text().indexOf('\n', from);
    return text.text().substring(from, end < 0 ? text.text().length() : end);
  }

  private static String lower(Words words, int number) {
    return number < 0 || number >= words.size()
        ? ""
        : words.get(number).text().toLowerCase(Locale.ROOT);
  }
}
