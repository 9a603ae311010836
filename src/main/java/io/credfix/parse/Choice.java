package io.credfix.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Chooses the error that counts among everything that was found: the strongest finding; among
/// equals the first, or the innermost where one was the other's cause. Findings of the same error
/// complete each other.
final class Choice {
  private static final List<String> CHAIN =
      List.of(
          "causedby",
          "Causedby",
          "--->",
          "originalError",
          "OriginalError",
          "getcredentials:",
          "failedtorefreshcachedcredentials",
          "Duringhandling",
          "Theaboveexception",
          "sourceprofile",
          "failedtoretrievecredentials",
          "noEC2IMDSrolefound");

  /// What Go's SDK prints below `EC2RoleRequestError` and its like: that the request failed.
  private static final String TRANSPORT = "EC2MetadataError";

  /// The service behind which an SDK looks for credentials; what was called is the caller's own.
  private static final String METADATA = "imds";

  /// What Lambda writes in the message of its own error, in front of what S3 answered to it.
  static final String TOLD = "S3 Error Code:";

  /// Why the JavaScript SDK's last provider had no credentials to give; that none had is the error.
  private static final Set<String> CONNECTION =
      Set.of(
          "TimeoutError",
          "NetworkingError",
          "ECONNREFUSED",
          "ECONNRESET",
          "ETIMEDOUT",
          "EHOSTDOWN",
          "EHOSTUNREACH",
          "ENETUNREACH",
          "EINVAL",
          "ENOTFOUND",
          "ENOENT");

  /// Names of HTTP statuses; a code beside one says more.
  private static final Set<String> REASONS =
      Set.of("BadRequest", "Forbidden", "NotFound", "Unauthorized");

  private static final int REACH = 1500;

  private final ReadableText text;
  private final List<Finding> findings;
  private final List<Integer> links = new ArrayList<>();

  Choice(ReadableText text, List<Finding> findings) {
    this.text = text;
    this.findings = new ArrayList<>(findings);
    this.findings.sort(Comparator.comparingInt(finding -> finding.at));
    for (String link : CHAIN) {
      int at = text.findDense(link);
      while (at >= 0) {
        links.add(text.inText(at));
        at = text.findDense(link, at + link.length());
      }
    }
    links.sort(Comparator.naturalOrder());
  }

  /// The finding that counts; null when there is none.
  @Nullable Finding primary() {
    @Nullable Finding best = null;
    boolean chain = false;
    for (Finding finding : findings) {
      chain |= finding.strength == Strength.NAMED && "NoCredentialProviders".equals(finding.code);
      if (chain && finding.code != null && KnownCodes.isProviderReason(finding.code)) {
        continue;
      }
      if (best == null || finding.strength.compareTo(best.strength) < 0) {
        best = finding;
      } else if (finding.strength == best.strength && isInner(best, finding)) {
        best = finding;
      }
    }
    return best;
  }

  private boolean isInner(Finding outer, Finding inner) {
    // .NET's outer exception names the file; the inner one only repeats that it was refused.
    boolean file = "UnauthorizedAccessException".equals(outer.code);
    boolean chain = "CredentialsError".equals(outer.code);
    // Go's `EC2RoleRequestError` is made of a request that failed; that says less than its own
    // name.
    boolean role = "EC2RoleRequestError".equals(outer.code);
    if (TRANSPORT.equals(inner.code)
        || role && "RequestError".equals(inner.code)
        || file && "IOException".equals(inner.code)
        || chain && inner.code != null && CONNECTION.contains(inner.code)) {
      return false;
    }
    if (inner.code != null && isAbsence(outer) && !isAbsence(inner)) {
      return KnownCodes.isKnown(inner.code);
    }
    if (inner.code != null && outer.code != null && REASONS.contains(outer.code)) {
      return KnownCodes.isDistinct(inner.code) || linked(outer.at, inner.at);
    }
    return inner.strength == Strength.DETAIL
        ? outer.operation == null
            || inner.operation != null
                && !METADATA.equals(inner.service)
                && linked(outer.at, inner.at)
        : linked(outer.at, inner.at) || isNested(outer, inner);
  }

  /// True when what was asked for is not there. Tools ask first and go on to the error that counts.
  private static boolean isAbsence(Finding finding) {
    return "404".equals(finding.code)
        || finding.code != null
            && (finding.code.startsWith("NoSuch") || finding.code.endsWith("NotFound"));
  }

  /// `OUTER: what failed: INNER: why`, in one line.
  private boolean isNested(Finding outer, Finding inner) {
    boolean names =
        inner.strength == Strength.NAMED
            || inner.strength == Strength.CLIENT
            || inner.strength == Strength.FOREIGN;
    // Hadoop's chain prints the last provider's reason behind its own.
    names &= !"NoAuthWithAWSException".equals(outer.code);
    if (!names || inner.at - outer.at > REACH || inner.at <= outer.at) {
      return false;
    }
    int start = inner.at - Names.qualifier(text, inner.at).length();
    String between = text.text().substring(outer.at, Math.max(outer.at, start));
    String before = between.stripTrailing();
    boolean told = before.endsWith(TOLD);
    boolean prefixed =
        !told && before.endsWith(":") || before.endsWith("(") || before.endsWith("by");
    return prefixed && isOneLine(between);
  }

  /// True for one line, also where a terminal or a box broke it.
  private static boolean isOneLine(String text) {
    int start = 0;
    int end = text.indexOf('\n');
    while (end >= 0) {
      boolean record =
          end + 1 < text.length()
              && (Characters.isDigit(text.charAt(end + 1)) || text.charAt(end + 1) == '[');
      if (end - start < 30 || record) {
        return false;
      }
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    return true;
  }

  private boolean linked(int from, int to) {
    int low = 0;
    int high = links.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (links.get(middle) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < links.size() && links.get(low) < to;
  }

  /// A component of the primary error: its own, else that of a finding of the same error, else that
  /// of the nearest finding without a code.
  <T> @Nullable T component(Finding primary, Function<Finding, @Nullable T> component) {
    @Nullable T own = component.apply(primary);
    if (own != null) {
      return own;
    }
    @Nullable T same = nearest(primary, component, true);
    return same != null ? same : nearest(primary, component, false);
  }

  private <T> @Nullable T nearest(
      Finding primary, Function<Finding, @Nullable T> component, boolean sameCode) {
    @Nullable T found = null;
    int distance = Integer.MAX_VALUE;
    for (Finding finding : findings) {
      boolean eligible =
          sameCode
              ? primary.code != null && primary.code.equals(finding.code)
              : finding.strength == Strength.DETAIL;
      int apart = Math.abs(finding.at - primary.at);
      @Nullable T value = eligible && apart < distance ? component.apply(finding) : null;
      if (value != null) {
        found = value;
        distance = apart;
      }
    }
    return found;
  }

  /// The strongest finding of every other code, in order of appearance.
  List<Finding> others(@Nullable Finding primary) {
    Map<String, Finding> byCode = new LinkedHashMap<>();
    for (Finding finding : findings) {
      @Nullable String code = finding.strength == Strength.RAISED ? null : finding.code;
      if (code != null && (primary == null || !code.equals(primary.code))) {
        byCode.merge(code, finding, (a, b) -> b.strength.compareTo(a.strength) < 0 ? b : a);
      }
    }
    return List.copyOf(byCode.values());
  }
}
