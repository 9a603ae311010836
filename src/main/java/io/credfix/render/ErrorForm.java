package io.credfix.render;

import io.credfix.diagnose.ContextMember;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The form that an error is pasted into. Works without scripts.
final class ErrorForm {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("linux", "Linux"),
          Map.entry("macos", "macOS"),
          Map.entry("windows", "Windows"),
          Map.entry("powershell", "PowerShell"),
          Map.entry("workstation", "my own machine"),
          Map.entry("ec2", "EC2 instance"),
          Map.entry("ecs", "ECS task"),
          Map.entry("eks", "pod on EKS"),
          Map.entry("lambda", "Lambda function"),
          Map.entry("ci", "CI job"));
  private static final Map<String, String> TOOLS =
      Map.of(
          "aws-cli", "AWS CLI",
          "boto3", "boto3 (Python)",
          "java-sdk", "SDK for Java",
          "js-sdk", "SDK for JavaScript",
          "go-sdk", "SDK for Go",
          "dotnet-sdk", "SDK for .NET",
          "terraform", "Terraform",
          "cdk", "AWS CDK",
          "kubectl", "kubectl",
          "docker", "Docker");
  private static final List<String> TOOL_ORDER =
      List.of(
          "aws-cli",
          "boto3",
          "java-sdk",
          "js-sdk",
          "go-sdk",
          "dotnet-sdk",
          "terraform",
          "cdk",
          "kubectl",
          "docker");

  /// What people paste, with what they know of the key. Scripts put it into the form; the style
  /// sheet shows the buttons where scripts run.
  private record Example(String label, String error, String keyPrefix) {
    String html() {
      return "<button type=\"button\" class=\"quiet\" data-error=\""
          + HtmlText.escape(error)
          + (keyPrefix.isEmpty() ? "" : "\" data-prefix=\"" + keyPrefix)
          + "\">"
          + label
          + "</button>\n";
    }
  }

  // They stand in the page itself, so that nothing moves when the script comes.
  private static final String EXAMPLES =
      Stream.of(
              new Example(
                  "InvalidClientTokenId",
                  """
                  An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity \
                  operation: The security token included in the request is invalid.\
                  """,
                  "ASIA"),
              new Example(
                  "Denied by an SCP",
                  """
                  An error occurred (AccessDenied) when calling the CreateBucket operation: User: \
                  arn:aws:sts::111122223333:assumed-role/DevOps/alice is not authorized to perform: \
                  s3:CreateBucket on resource: "arn:aws:s3:::reports" with an explicit deny in a \
                  service control policy\
                  """,
                  ""),
              new Example(
                  "Expired sign-in",
                  "Error when retrieving token from sso: Token has expired and refresh failed",
                  ""),
              new Example(
                  "With a secret",
                  """
                  $ export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
                  $ export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                  $ aws s3 ls

                  An error occurred (SignatureDoesNotMatch) when calling the ListBuckets operation: \
                  The request signature we calculated does not match the signature you provided. \
                  Check your key and signing method.\
                  """,
                  ""))
          .map(Example::html)
          .collect(
              Collectors.joining(
                  "",
                  """
                  <div class="examples" role="group" aria-label="Examples to try">
                  <span class="examples-title">Try one:</span>
                  """,
                  "</div>\n"));

  private final PageLayout layout;
  private final Site site;

  ErrorForm(PageLayout layout, Site site) {
    this.layout = layout;
    this.site = site;
  }

  String html() {
    var out = new StringBuilder(4096);
    out.append("<form class=\"ask\" id=\"ask\" method=\"post\" accept-charset=\"utf-8\" action=\"");
    out.append(action()).append("\">\n");
    out.append(
        """
        <div class="field">
        <label for="error">Your error</label>
        <textarea id="error" name="error" rows="9" required spellcheck="false" autocapitalize="off" \
        autocomplete="off" aria-describedby="error-help"></textarea>
        <p class="help" id="error-help">One line or a whole stack trace, up to 64&nbsp;KiB. \
        Keys, tokens and passwords are removed before anything reads it, and nothing is stored.</p>
        """);
    out.append(EXAMPLES);
    out.append(
        """
        </div>
        <div class="field">
        <label for="key-prefix">Access key id begins with <span class="optional">optional</span></label>
        <input id="key-prefix" name="keyPrefix" maxlength="64" size="16" placeholder="ASIA" \
        spellcheck="false" autocapitalize="characters" autocomplete="off" \
        aria-describedby="key-prefix-help">
        <p class="help" id="key-prefix-help">Four letters tell only whether the credentials are \
        long-term (<code>AKIA</code>) or temporary (<code>ASIA</code>). Thirteen characters also tell \
        the AWS account number. Neither lets anyone sign in. Never the secret key.</p>
        </div>
        <details class="field more">
        <summary>Tool, system, Region</summary>
        <div class="grid">
        """);
    select(out, ContextMember.TOOL, "Tool", TOOL_ORDER, TOOLS);
    select(out, ContextMember.OS, "System", ContextMember.OS.choices(), WORDS);
    select(out, ContextMember.SHELL, "Shell", ContextMember.SHELL.choices(), WORDS);
    select(out, ContextMember.RUNS_ON, "Runs on", ContextMember.RUNS_ON.choices(), WORDS);
    out.append(
        """
        <div><label for="region">Region</label>
        <input id="region" name="region" maxlength="32" placeholder="eu-north-1" spellcheck="false" \
        autocapitalize="off" autocomplete="off"></div>
        </div>
        </details>
        <p class="actions"><button type="submit">Explain it</button></p>
        </form>
        <p class="status" role="status"></p>
        """);
    return out.toString();
  }

  /// Where forms post to, as an attribute value. Results inside a frame must stay frameable.
  String action() {
    return layout.link("/v1/diagnose" + (site.embedded() ? "?embed=1" : ""));
  }

  private static void select(
      StringBuilder out,
      ContextMember member,
      String label,
      List<String> values,
      Map<String, String> words) {
    String name = member.label();
    out.append("<div><label for=\"").append(name).append("\">").append(label);
    out.append("</label>\n<select id=\"").append(name).append("\" name=\"").append(name);
    out.append("\"><option value=\"\">not said</option>");
    for (String value : values) {
      out.append("<option value=\"").append(value).append("\">");
      out.append(words.getOrDefault(value, value)).append("</option>");
    }
    out.append("</select></div>\n");
  }
}
