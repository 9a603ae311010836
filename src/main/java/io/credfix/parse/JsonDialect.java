package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An answer in JSON and everything that looks like it: Python and JavaScript objects, YAML, Rust's
/// debug form, HTTP headers, log fields, CloudTrail events. A member that holds a code makes a
/// finding; the members around it complete it.
final class JsonDialect implements Dialect {
  /// Names that hold nothing but a code.
  private static final Set<String> CODES =
      Set.of(
          "code",
          "errorcode",
          "awserrorcode",
          "handlererrorcode",
          "type",
          "xamznerrortype",
          "errortype",
          "name",
          "error",
          "errname",
          "errcode",
          "status",
          "reason");

  private static final Set<String> NOT_CODES =
      Set.of(
          "Success",
          "Unknown",
          "Sender",
          "Receiver",
          "Client",
          "Server",
          "Unauthenticated",
          "PermissionDenied",
          "Unavailable",
          "Canceled",
          "NotFound",
          "Internal",
          "FailedPrecondition",
          "DeadlineExceeded",
          "ResourceExhausted",
          "Error",
          "True",
          "False",
          "None",
          "Status",
          "Failure",
          "Aborted",
          "Unimplemented",
          "String",
          "Object",
          "Bearer",
          "AwsApiCall");

  private static final int REACH = 2500;

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    List<Member> members = text.members();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      @Nullable Strength strength = strength(text, member);
      if (strength != null) {
        var finding = new Finding(member.start(), strength).code(code(member.value()));
        complete(text, members, i, finding);
        findings.add(finding);
      }
    }
    return findings;
  }

  /// `com.amazon.coral.service#AccessDeniedException:http://…` → `AccessDeniedException`.
  private static String code(String value) {
    String whole = value.length() < 200 ? value.replace("\n", "") : value;
    String name = whole.substring(whole.lastIndexOf('#') + 1);
    int colon = name.indexOf(':');
    return colon > 0 ? name.substring(0, colon) : name;
  }

  private static @Nullable Strength strength(ReadableText text, Member member) {
    if (!CODES.contains(member.key())) {
      return null;
    }
    String code = code(member.value());
    if (KnownCodes.isSnakeCode(code)) {
      return member.quoted() ? Strength.FOREIGN : null;
    }
    if (!KnownCodes.looksLikeCode(code) || NOT_CODES.contains(code)) {
      return null;
    }
    boolean known = KnownCodes.isKnown(code);
    boolean exception = KnownCodes.isExceptionClass(code);
    boolean sure = member.key().endsWith("code") || member.name().equals("__type");
    if (sure && member.key().equals("code") && member.name().contains(".")) {
      return null;
    }
    boolean made = member.quoted() || KnownCodes.isCompound(code) && isLabel(member);
    if (sure && (known || exception || made)) {
      boolean told = text.text().startsWith(Choice.TOLD, member.start() - "S3 Error ".length());
      return told ? Strength.MENTIONED : Strength.DOCUMENT;
    }
    if (member.key().equals("xamznerrortype") || member.key().equals("handlererrorcode")) {
      return Strength.DOCUMENT;
    }
    boolean plain =
        !member.quoted() && text.visibleFrom(member.valueStart() + code.length()) == ':';
    if (plain) {
      // `error: AccessDenied: …` is prose.
      return null;
    }
    if (known && (exception || KnownCodes.isDistinct(code))) {
      return Strength.DOCUMENT;
    }
    return exception && member.quoted() ? Strength.CLIENT : null;
  }

  /// `AssumeRole`, also from a command's class: `AssumeRoleCommand`.
  private static String operation(String value) {
    String name = value.replace("\n", "");
    return name.endsWith("Command") ? name.substring(0, name.length() - 7) : name;
  }

  /// The first word of the sentence behind `when calling the AssumeRole operation:`.
  private static boolean isProse(String name) {
    return Operations.isOperation(name)
        && !KnownCodes.isCompound(name)
        && !Operations.isSingleWord(name);
  }

  /// The nearest; a logger's own `msg` only where there is no other.
  private static boolean isBetter(Member member, @Nullable Member message, int origin) {
    if (message == null) {
      return true;
    }
    boolean logger = member.key().equals("msg");
    if (logger != message.key().equals("msg")) {
      return !logger;
    }
    return Math.abs(member.start() - origin) < Math.abs(message.start() - origin);
  }

  /// `Code: X` and `ErrorCode: X`, not `exit code: X`.
  private static boolean isLabel(Member member) {
    return Characters.isUpper(member.name().charAt(0)) || member.key().endsWith("errorcode");
  }

  private static void complete(ReadableText text, List<Member> members, int at, Finding finding) {
    int origin = members.get(at).start();
    int from = at;
    while (from > 0 && origin - members.get(from - 1).start() < 1200 && at - from < 40) {
      from--;
    }
    @Nullable Member message = null;
    for (int i = from; i < members.size() && i < at + 60; i++) {
      Member member = members.get(i);
      if (member.start() > origin + REACH) {
        break;
      }
      switch (member.key()) {
        case "message", "errormessage", "msg", "awserrormessage" -> {
          if (!member.value().isEmpty() && isBetter(member, message, origin)) {
            message = member;
          }
        }
        case "statuscode", "httpstatuscode", "httpstatus" ->
            finding.status(finding.httpStatus == null ? member.value() : null);
        case "requestid", "xamznrequestid", "xamzrequestid", "awsrequestid", "sqsrequestid" -> {
          if (finding.requestId == null) {
            finding.requestId(member.value());
          }
        }
        case "eventname", "operationname", "operation", "commandname" -> {
          String operation = operation(member.value());
          if (finding.operation == null && !isProse(operation)) {
            finding.operation(operation);
          }
        }
        case "eventsource" -> {
          int dot = member.value().indexOf(".amazonaws.com");
          if (dot > 0) {
            finding.service(ServiceNames.of(member.value().substring(0, dot)));
          }
        }
        default -> {}
      }
    }
    if (message != null) {
      int start = message.valueStart();
      int end = message.quoted() ? start + message.value().length() : text.text().length();
      finding.message(start, end);
    }
    if (finding.service == null) {
      finding.service(Operations.service(finding.operation));
    }
  }
}
