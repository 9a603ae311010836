package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was called, as stack frames and the loggers of SDKs show it:
/// `AmazonEC2Client.describeKeyPairs(`, `DefaultS3Client.headBucket(`,
/// `PutObjectOperationDeserializerKt`, `aws_sdk_s3::operation::get_object::GetObjectError`,
/// `[Aws::CloudWatch::Client 403 2.1 0 retries] list_metrics(`, `DEBUG: Response
/// sts/GetCallerIdentity`.
final class FrameDialect implements Dialect {
  private static final String LOGGED = "retries]";
  private static final String KOTLIN = "OperationDeserializerKt";

  /// Methods that every client has and that are no operation.
  private static final List<String> MACHINERY =
      List.of("invoke", "doInvoke", "anonymousInvoke", "init", "createClient", "lambda");

  /// What the SDK for Go puts behind an operation's name, the outer ones first.
  private static final List<String> GO_ENDS = List.of("WithContext", "Pages", "Request");

  /// What sends every client's requests.
  private static final Set<String> MACHINES = Set.of("AmazonHttpClient", "AmazonWebServiceClient");

  /// The S3 client's methods that have another name than their operation, or whose name is one.
  private static final Map<String, String> STORAGE =
      Map.ofEntries(
          Map.entry("getObjectMetadata", "HeadObject"),
          Map.entry("headObject", "HeadObject"),
          Map.entry("headBucket", "HeadBucket"),
          Map.entry("listBuckets", "ListBuckets"),
          Map.entry("listObjects", "ListObjects"),
          Map.entry("listObjectsV2", "ListObjectsV2"),
          Map.entry("getObject", "GetObject"),
          Map.entry("putObject", "PutObject"),
          Map.entry("copyObject", "CopyObject"),
          Map.entry("deleteObject", "DeleteObject"),
          Map.entry("deleteObjects", "DeleteObjects"),
          Map.entry("createBucket", "CreateBucket"),
          Map.entry("getBucketLocation", "GetBucketLocation"),
          Map.entry("getBucketAcl", "GetBucketAcl"),
          Map.entry("getBucketPolicy", "GetBucketPolicy"),
          Map.entry("initiateMultipartUpload", "CreateMultipartUpload"),
          Map.entry("createMultipartUpload", "CreateMultipartUpload"),
          Map.entry("uploadPart", "UploadPart"));

  /// The document client's methods, which DynamoDB has under other names.
  private static final Map<String, String> DOCUMENTS =
      Map.ofEntries(
          Map.entry("get", "GetItem"),
          Map.entry("put", "PutItem"),
          Map.entry("update", "UpdateItem"),
          Map.entry("delete", "DeleteItem"),
          Map.entry("query", "Query"),
          Map.entry("scan", "Scan"),
          Map.entry("batchGet", "BatchGetItem"),
          Map.entry("batchWrite", "BatchWriteItem"),
          Map.entry("transactGet", "TransactGetItems"),
          Map.entry("transactWrite", "TransactWriteItems"));

  private static final Set<String> REQUESTS = Set.of("Request", "Response", "from");

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    Words words = text.words();
    for (int i = 0; i < words.size(); i++) {
      // What is looked for ends with one of these; most words need not be read.
      char last = words.last(i);
      if (last == 't' || last == 'r' || last == 'e' || last == 'm') {
        read(text, words, i, findings);
      }
      if (Characters.isUpper(words.first(i))
          && text.charAt(words.start(i) - 1) == '.'
          && text.charAt(words.start(i) - 2) == ')') {
        goFrame(text, words.get(i), findings);
      }
    }
    logged(text, findings);
    return findings;
  }

  private static void read(ReadableText text, Words words, int number, List<Finding> findings) {
    Word word = words.get(number);
    if (word.text().equals("DocumentClient") && number + 1 < words.size()) {
      document(text, word, words.get(number + 1), findings);
    } else if (word.text().endsWith("Client") && number + 1 < words.size()) {
      frame(text, word, words.get(number + 1), findings);
    } else if (word.text().endsWith(KOTLIN)) {
      add(word.start(), withoutEnd(word.text(), KOTLIN), findings);
    } else if (word.text().endsWith("Error")
        && Names.qualifier(text, word.start()).contains("::operation::")) {
      add(word.start(), withoutEnd(word.text(), "Error"), findings);
    } else if (REQUESTS.contains(word.text()) && number + 2 < words.size()) {
      debugged(text, word, words.get(number + 1), words.get(number + 2), findings);
    }
  }

  /// `at DocumentClient.put (…/dynamodb/document_client.js:297:17)`.
  private static void document(ReadableText text, Word owner, Word method, List<Finding> findings) {
    if (text.charAt(owner.end()) == '.'
        && method.start() == owner.end() + 1
        && text.charAt(text.skipSpace(method.end())) == '(') {
      add(method.start(), DOCUMENTS.get(method.text()), findings);
    }
  }

  private static void frame(ReadableText text, Word owner, Word method, List<Finding> findings) {
    if (text.charAt(owner.end()) != '.'
        || method.start() != owner.end() + 1
        || text.charAt(method.end()) != '(') {
      return;
    }
    String name = owner.text();
    String qualifier = Names.qualifier(text, owner.start());
    boolean aws =
        name.startsWith("Amazon") && !MACHINES.contains(name)
            || name.startsWith("AWS")
            || qualifier.contains("awssdk.services.");
    if (aws) {
      @Nullable String operation =
          name.contains("S3") ? storage(method.text()) : operation(method.text());
      add(method.start(), operation, findings);
    }
  }

  private static @Nullable String storage(String method) {
    String name = withoutEnd(method, "Async");
    return STORAGE.get(Character.toLowerCase(name.charAt(0)) + name.substring(1));
  }

  private static @Nullable String operation(String method) {
    if (MACHINERY.stream().anyMatch(method::startsWith)) {
      return null;
    }
    // `executeAssumeRole` is what the Java SDK's `assumeRole` calls.
    boolean inner = method.startsWith("execute") && method.length() > "execute".length();
    String name = withoutEnd(inner ? method.substring("execute".length()) : method, "Async");
    String operation = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return KnownCodes.isCompound(operation) || Operations.isSingleWord(operation)
        ? operation
        : null;
  }

  /// Go's `aws-sdk-go/service/ec2.(*EC2).DescribeVpcEndpointsWithContext(`.
  private static void goFrame(ReadableText text, Word word, List<Finding> findings) {
    String line = text.text().substring(Math.max(0, word.start() - 120), word.start());
    String path = line.substring(line.lastIndexOf('\n') + 1);
    if (!path.contains("aws-sdk-go") || !path.contains("/service/") || !path.contains(".(*")) {
      return;
    }
    String name = word.text();
    for (String end : GO_ENDS) {
      name = withoutEnd(name, end);
    }
    if (KnownCodes.isCompound(name) || Operations.isSingleWord(name)) {
      add(word.start(), name, findings);
    }
  }

  private static String withoutEnd(String name, String end) {
    return name.endsWith(end) && name.length() > end.length()
        ? name.substring(0, name.length() - end.length())
        : name;
  }

  /// Go's `DEBUG: Request sts/GetCallerIdentity Details`, and its retryer's `from
  /// cloudformation/ListStacks - will retry`.
  private static void debugged(
      ReadableText text, Word word, Word service, Word operation, List<Finding> findings) {
    boolean path =
        service.start() > word.end()
            && text.skipSpace(word.end()) == service.start()
            && operation.start() == service.end() + 1
            && text.charAt(service.end()) == '/'
            && (!word.text().equals("from")
                || text.dense().startsWith("-willretry", text.inDense(operation.end())));
    if (path && KnownCodes.isCompound(operation.text())) {
      add(operation.start(), operation.text(), findings);
    }
  }

  /// The log line of the SDKs for Ruby and JavaScript v2: `list_metrics(`, `listMetrics(`.
  private static void logged(ReadableText text, List<Finding> findings) {
    String dense = text.dense();
    int at = text.findDense(LOGGED);
    while (at >= 0) {
      int from = at + LOGGED.length();
      String word = text.denseWord(from, 80);
      int end = from + word.length();
      if (!word.isEmpty() && end < dense.length() && dense.charAt(end) == '(') {
        add(text.inText(from), camel(word), findings);
      }
      at = text.findDense(LOGGED, from);
    }
  }

  /// `list_metrics` → `ListMetrics`, `listMetrics` → `ListMetrics`.
  static String camel(String name) {
    var out = new StringBuilder(name.length());
    for (String piece : name.split("_", -1)) {
      if (!piece.isEmpty()) {
        out.append(Character.toUpperCase(piece.charAt(0))).append(piece, 1, piece.length());
      }
    }
    return out.toString();
  }

  private static void add(int at, @Nullable String operation, List<Finding> findings) {
    if (Operations.isOperation(operation)) {
      findings.add(
          new Finding(at, Strength.DETAIL)
              .operation(operation)
              .service(Operations.service(operation)));
    }
  }
}
