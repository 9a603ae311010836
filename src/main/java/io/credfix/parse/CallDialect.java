package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was called, as tools say it beside an error: `error calling sts:GetCallerIdentity: …`,
/// `Error calling AssumeRole for role …`, `Cannot call GetSessionToken with session credentials`,
/// the deserializer in a JavaScript stack trace, a PowerShell cmdlet, an AWS CLI command line.
final class CallDialect implements Dialect {
  private static final List<String> PHRASES =
      List.of(
          "rrorcalling",
          "Cannotcall",
          "rrorwhencalling",
          "rroroccurredwhencalling",
          "failedtocall",
          "Failedtocall",
          "ouldnotfindoperation",
          "OperationModel(name=");

  private static final String RESPONDED = "APIresponded";

  private static final String STACKED = "API:";

  private static final String HEAD = "services.s3.model.GetObjectMetadataRequest";

  private static final String ASSUMED = "couldnotbeusedtoassume";

  private static final String EVENT = "Eventneeds-retry.";

  private static final String FAILED = "Callfailed:";

  private static final String ROLE = ":ErrorcallingAssumeRoleforrole";

  private static final String INVALID = "validationerror(s)found";

  /// As far as the SDK for Go's list of parameters is read.
  private static final int INVALID_REACH = 400;

  private static final List<String> PROTOCOLS = List.of("restXml", "restJson1", "json1_", "ec2");

  /// Keys of members that can hold an operation.
  private static final Set<String> OPERATIONS =
      Set.of(
          "action", "operation", "operationname", "awsoperation", "rpc.method", "xamztarget", "op");

  private static final Set<String> CALLS =
      Set.of(
          "calling",
          "call",
          "called",
          "invoking",
          "invoke",
          "executing",
          "performing",
          "during",
          "from",
          "OperationModel");

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    for (String phrase : PHRASES) {
      int at = text.findDense(phrase);
      while (at >= 0) {
        called(text, at, at + phrase.length(), findings);
        at = text.findDense(phrase, at + phrase.length());
      }
    }
    known(text, findings);
    stacked(text, findings);
    responded(text, findings);
    events(text, findings);
    failed(text, findings);
    parameters(text, findings);
    members(text, findings);
    deserializers(text, findings);
    // A cmdlet that could not even take on its role says so; that call failed, not its own.
    if (text.findDense(ROLE) < 0) {
      cmdlets(text, findings);
    }
    return findings;
  }

  private static void called(ReadableText text, int at, int from, List<Finding> findings) {
    int start = from;
    if (text.dense().startsWith("the", start)) {
      start += 3;
    }
    String word = text.denseWord(start, 80);
    @Nullable String service = null;
    int behind = start + word.length();
    if (behind < text.dense().length()
        && text.dense().charAt(behind) == ':'
        && !word.isEmpty()
        && Characters.isLower(word.charAt(0))) {
      service = ServiceNames.of(word);
      word = text.denseWord(behind + 1, 80);
      behind += 1 + word.length();
    }
    // A line break inside the name may have become a blank.
    String rest = text.denseWord(behind, 40);
    if (Operations.isKnown(word + rest)) {
      word += rest;
    }
    // A line that was broken in front of the next word joined it to the name.
    if (word.endsWith("operation")) {
      word = word.substring(0, word.length() - "operation".length());
    } else if (word.endsWith("for") && !Operations.isKnown(word)) {
      word = word.substring(0, word.length() - "for".length());
    }
    word = Operations.named(word);
    if (!Operations.isOperation(word)) {
      return;
    }
    findings.add(
        new Finding(text.inText(at), Strength.DETAIL)
            .operation(word)
            .service(service != null ? service : Operations.service(word)));
  }

  /// CloudFormation's `API: ec2:CreateVpc You are not authorized …`, and the CDK's `current
  /// credentials could not be used to assume 'arn:…'`, and the class of Java's S3 requests.
  private static void stacked(ReadableText text, List<Finding> findings) {
    int at = text.findDense(STACKED);
    while (at >= 0) {
      int from = at + STACKED.length();
      String service = text.denseWord(from, 40);
      int colon = from + service.length();
      boolean action =
          colon + 1 < text.dense().length()
              && text.dense().charAt(colon) == ':'
              && ServiceNames.of(service) != null
              && isCall(text.denseWord(colon + 1, 80));
      if (action) {
        called(text, at, from, findings);
      }
      at = text.findDense(STACKED, from);
    }
    // The S3 client of the SDK for Java has a name of its own for a request that reads the head.
    int head = text.findDense(HEAD);
    if (head >= 0) {
      findings.add(
          new Finding(text.inText(head), Strength.DETAIL).operation("HeadObject").service("s3"));
    }
    int assumed = text.findDense(ASSUMED);
    if (assumed >= 0) {
      findings.add(
          new Finding(text.inText(assumed), Strength.DETAIL)
              .operation("AssumeRole")
              .service("sts"));
    }
  }

  private static boolean isCall(String name) {
    return !KnownCodes.isKnown(name) && !name.endsWith("Error") && !name.endsWith("Exception");
  }

  /// The SDK for Go's `1 validation error(s) found. - minimum field size of 20,
  /// AssumeRoleInput.RoleArn.`
  private static void parameters(ReadableText text, List<Finding> findings) {
    int at = text.findDense(INVALID);
    while (at >= 0) {
      Words words = text.words();
      int from = text.inText(at);
      for (int i = text.wordAt(from);
          i < words.size() && words.end(i) < from + INVALID_REACH;
          i++) {
        String name = words.get(i).text();
        if (name.endsWith("Input") && text.charAt(words.end(i)) == '.') {
          String operation = name.substring(0, name.length() - "Input".length());
          if (Operations.isOperation(operation)) {
            findings.add(
                new Finding(words.get(i).start(), Strength.DETAIL)
                    .operation(operation)
                    .service(Operations.service(operation))
                    .tool("go-sdk"));
            break;
          }
        }
      }
      at = text.findDense(INVALID, at + INVALID.length());
    }
  }

  /// botocore's log: `Event needs-retry.amplify.ListApps: calling handler …`.
  private static void events(ReadableText text, List<Finding> findings) {
    int at = text.findDense(EVENT);
    while (at >= 0) {
      int behind = at + EVENT.length();
      String service = text.denseUntil(behind, ".:", 40);
      String operation = text.denseWord(behind + service.length() + 1, 80);
      if (Operations.isOperation(operation)) {
        findings.add(
            new Finding(text.inText(at), Strength.DETAIL)
                .operation(operation)
                .service(ServiceNames.of(service)));
      }
      at = text.findDense(EVENT, behind);
    }
  }

  /// The CDK's `Call failed: getBucketLocation({…}) => Access Denied (code=AccessDenied)`.
  private static void failed(ReadableText text, List<Finding> findings) {
    int at = text.findDense(FAILED);
    while (at >= 0) {
      String method = text.denseWord(at + FAILED.length(), 80);
      int end = at + FAILED.length() + method.length();
      if (!method.isEmpty() && text.dense().startsWith("(", end)) {
        String operation = Character.toUpperCase(method.charAt(0)) + method.substring(1);
        findings.add(
            new Finding(text.inText(at), Strength.DETAIL)
                .operation(operation)
                .service(Operations.service(operation)));
      }
      at = text.findDense(FAILED, at + FAILED.length());
    }
  }

  /// `CreateLogGroup API responded with error='…'`.
  private static void responded(ReadableText text, List<Finding> findings) {
    String dense = text.dense();
    int at = text.findDense(RESPONDED);
    while (at >= 0) {
      int start = at;
      while (start > 0
          && at - start < 80
          && Characters.isWord(dense.charAt(start - 1))
          && (start == at || !text.blankBefore(start))) {
        start--;
      }
      String operation = dense.substring(start, at);
      findings.add(
          new Finding(text.inText(start), Strength.DETAIL)
              .operation(operation)
              .service(Operations.service(operation)));
      at = text.findDense(RESPONDED, at + RESPONDED.length());
    }
  }

  /// The operation in the parameters of a request, `Action=GetCallerIdentity`, in its headers,
  /// `X-Amz-Target: DynamoDB_20120810.DescribeTable`, in Clojure's map, `:op :GetObject`, and in
  /// log fields.
  private static void members(ReadableText text, List<Finding> findings) {
    for (Member member : text.members()) {
      if (!OPERATIONS.contains(member.key())) {
        continue;
      }
      int ampersand = member.value().indexOf('&');
      String value = ampersand < 0 ? member.value() : member.value().substring(0, ampersand);
      if (member.key().equals("xamztarget")) {
        value = value.substring(value.lastIndexOf('.') + 1);
      }
      @Nullable String known = member.key().equals("operation") ? Operations.spelled(value) : null;
      value = known == null ? value : known;
      boolean named =
          switch (member.key()) {
            case "action" -> Operations.isKnown(value);
            case "operation", "operationname", "awsoperation", "rpc.method", "xamztarget" ->
                Operations.isOperation(value)
                    && !KnownCodes.isExceptionClass(value)
                    && (KnownCodes.isCompound(value) || Operations.isSingleWord(value));
            case "op" ->
                Operations.isOperation(value)
                    && KnownCodes.isCompound(value)
                    && text.charAt(member.start() - 1) == ':';
            default -> false;
          };
      if (named) {
        findings.add(
            new Finding(member.start(), Strength.DETAIL)
                .operation(value)
                .service(Operations.service(value)));
      }
    }
  }

  /// A well-known operation in front of its error, or behind a word that says that it was called.
  private static void known(ReadableText text, List<Finding> findings) {
    Words words = text.words();
    for (int i = 0; i < words.size(); i++) {
      if (!Characters.isUpper(words.first(i))) {
        continue;
      }
      Word word = words.get(i);
      boolean reported =
          (text.text().startsWith(" failed. Error is", word.end()) // the SDK for iOS
                  || text.text().startsWith(" failed: service error", word.end()) // Vector
                  || text.text().startsWith(" failed: dispatch failure", word.end()))
              && Operations.isOperation(word.text())
              && KnownCodes.isCompound(word.text());
      if (reported || Operations.isKnown(word.text())) {
        boolean colon = text.charAt(word.end()) == ':' && text.charAt(word.end() + 1) <= ' ';
        boolean action = text.charAt(word.start() - 1) == ':';
        boolean called =
            i > 0
                && (CALLS.contains(words.get(i - 1).text())
                    || words.get(i - 1).text().equals("at")
                        && text.text().startsWith(" with ", word.end()));
        // The AWS CRT says ` call completed with http status 403`.
        boolean fails =
            text.text().startsWith(" failed", word.end())
                || text.text().startsWith(" call completed with ", word.end());
        if (called || reported || (colon || fails) && !action) {
          findings.add(
              new Finding(word.start(), Strength.DETAIL)
                  .operation(word.text())
                  .service(Operations.service(word.text())));
        }
      }
    }
  }

  /// `de_PutKeyCommandError`, `deserializeAws_queryAssumeRoleCommandError`.
  private static void deserializers(ReadableText text, List<Finding> findings) {
    Words words = text.words();
    for (int i = 0; i < words.size(); i++) {
      if (words.first(i) != 'd' || words.end(i) - words.start(i) < 12) {
        continue;
      }
      Word word = words.get(i);
      String name = word.text();
      if (name.startsWith("deserializeAws_") && !name.endsWith("Error")) {
        bareDeserializer(word, findings);
      }
      if (name.startsWith("de") && name.endsWith("CommandError")) {
        int start = name.startsWith("de_") ? 3 : operationStart(name);
        findings.add(
            new Finding(word.start(), Strength.DETAIL)
                .operation(name.substring(start, name.length() - "CommandError".length()))
                .tool("js-sdk"));
      }
    }
  }

  /// `deserializeAws_queryListUsers`, where the end was cut off.
  private static void bareDeserializer(Word word, List<Finding> findings) {
    String operation = word.text().substring(operationStart(word.text()));
    if (Operations.isKnown(operation)) {
      findings.add(
          new Finding(word.start(), Strength.DETAIL)
              .operation(operation)
              .service(Operations.service(operation))
              .tool("js-sdk"));
    }
  }

  /// Behind the protocol of `deserializeAws_restXml`, `deserializeAws_json1_1` and their like,
  /// which ends at a capital that follows it.
  private static int operationStart(String name) {
    int i = Math.max(name.indexOf('_'), 0) + 1;
    for (String protocol : PROTOCOLS) {
      if (name.startsWith(protocol, i)) {
        i += protocol.length();
        break;
      }
    }
    while (i < name.length() && !Characters.isUpper(name.charAt(i))) {
      i++;
    }
    return name.endsWith("CommandError") ? Math.min(i, name.length() - "CommandError".length()) : i;
  }

  /// `Get-EC2Instance : …`, and the name that a verbose cmdlet prints itself: `"Write-S3Object
  /// (PutObject)"`.
  private static void cmdlets(ReadableText text, List<Finding> findings) {
    Words words = text.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      int end = words.end(i);
      if (text.charAt(end) != '-' || words.start(i + 1) != end + 1) {
        continue;
      }
      Word verb = words.get(i);
      Word noun = words.get(i + 1);
      @Nullable String operation = Cmdlets.OPERATIONS.get(verb.text() + "-" + noun.text());
      int open = text.skipSpace(noun.end());
      boolean named =
          i + 2 < words.size()
              && text.charAt(open) == '('
              && words.get(i + 2).start() == open + 1
              && text.text().startsWith(")\"", words.get(i + 2).end());
      if (named) {
        operation = words.get(i + 2).text();
      }
      if (operation != null) {
        int colon = text.skipSpace(noun.end());
        var finding =
            new Finding(verb.start(), Strength.DETAIL)
                .operation(operation)
                .service(Operations.service(operation))
                .tool("powershell");
        findings.add(text.charAt(colon) == ':' ? finding.message(colon + 1) : finding);
      }
    }
  }
}
