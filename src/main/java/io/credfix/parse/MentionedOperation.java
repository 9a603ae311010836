package io.credfix.parse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one well-known operation that a text names where no dialect read what was called: as a
/// request's class or a client's method, `PutObjectRequest`, `AssumeRoleWithContext`,
/// `s3.headObject`, `S3 headObject Error`, `Aws::S3::Client#put_object`,
/// `client('sts').get_caller_identity()`. Where several are named, none of them is.
final class MentionedOperation {
  /// What SDKs put behind an operation's name.
  private static final List<String> ENDS =
      List.of(
          "RequestMarshaller",
          "RequestWithContext",
          "WithContext",
          "Command",
          "Request",
          "Async",
          "Input",
          "Output",
          "Result",
          "Response");

  /// Methods whose names no other library has; for others the text must say whose they are.
  private static final Set<String> OWN =
      Set.of(
          "GetCallerIdentity",
          "AssumeRole",
          "AssumeRoleWithSAML",
          "AssumeRoleWithWebIdentity",
          "HeadObject",
          "HeadBucket",
          "ListBuckets",
          "ListObjectsV2",
          "GetBucketLocation",
          "GetSecretValue",
          "DescribeInstances");

  private MentionedOperation() {}

  /// The operation; null when none is named, or more than one.
  static @Nullable String read(ReadableText text) {
    @Nullable String found = null;
    Words words = text.words();
    for (int i = 0; i < words.size(); i++) {
      int length = words.end(i) - words.start(i);
      char first = words.first(i);
      if (length < 7 || length > 60 || !Characters.isLetter(first)) {
        continue;
      }
      @Nullable String operation =
          Characters.isUpper(first) ? type(text, words.get(i)) : method(text, words, i);
      if (operation != null && found != null && !operation.equals(found)) {
        return null;
      }
      found = operation == null ? found : operation;
    }
    return found;
  }

  /// `PutObject`, `PutObjectRequest`; not the action `s3:PutObject`, and no part of a resource's
  /// name.
  private static @Nullable String type(ReadableText text, Word word) {
    char before = text.charAt(word.start() - 1);
    char next = text.charAt(word.end());
    if (before == ':' && text.charAt(word.start() - 2) != ':'
        || before == '-'
        || before == '/'
        || next == '-'
        || next == '/') {
      return null;
    }
    String name = withoutEnd(word.text());
    return Operations.isKnown(name) ? name : null;
  }

  private static String withoutEnd(String name) {
    for (String end : ENDS) {
      if (name.endsWith(end)
          && Operations.isKnown(name.substring(0, name.length() - end.length()))) {
        return name.substring(0, name.length() - end.length());
      }
    }
    return name;
  }

  /// `headObject`, `list_buckets(`: a method of a client or one of a name that only AWS has.
  private static @Nullable String method(ReadableText text, Words words, int number) {
    int start = words.start(number);
    char before = text.charAt(start - 1);
    if (before == '-' || before == '/' || before == '_' || before == '$') {
      return null;
    }
    String written = words.get(number).text();
    String name = written.indexOf('_') < 0 ? withoutEnd(upper(written)) : written;
    @Nullable String operation = Operations.isKnown(name) ? name : Operations.spelled(name);
    if (operation == null || !isMethod(written)) {
      return null;
    }
    return OWN.contains(operation) || isClients(text, words, number, operation) ? operation : null;
  }

  private static boolean isMethod(String written) {
    boolean snake = written.indexOf('_') > 0;
    boolean camel = false;
    for (int i = 1; i < written.length(); i++) {
      camel |= Characters.isUpper(written.charAt(i));
    }
    return snake != camel;
  }

  private static String upper(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /// True behind the name of the operation's service or of a client of it, in the same line.
  private static boolean isClients(ReadableText text, Words words, int number, String operation) {
    if (number == 0 || words.start(number) - words.end(number - 1) > 4) {
      return false;
    }
    String between = text.text().substring(words.end(number - 1), words.start(number));
    String owner = words.get(number - 1).text().toLowerCase(Locale.ROOT);
    @Nullable String service = Operations.service(operation);
    if (between.equals("::") || between.equals("->")) {
      owner = Names.qualifier(text, words.start(number - 1)).toLowerCase(Locale.ROOT) + owner;
    }
    if (between.endsWith("`")) {
      return isRubyFrame(text, words.start(number));
    }
    return between.indexOf('\n') < 0
        && (service != null && owner.contains(service)
            || owner.equals("__call")
            || owner.equals("call")
            || owner.equals("calling")
            || owner.equals("client") && between.indexOf(' ') < 0);
  }

  /// `aws-sdk-s3-1.30.1/lib/aws-sdk-s3/client.rb:5433:in \`put_object'`.
  private static boolean isRubyFrame(ReadableText text, int at) {
    String before = text.text().substring(Math.max(0, at - 120), at);
    return before.contains("aws-sdk");
  }
}
