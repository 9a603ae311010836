package io.credfix.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.credfix.Explainer;
import io.credfix.TestRulebook;
import io.credfix.diagnose.Diagnosis;
import io.credfix.diagnose.PlaceholderValues;
import io.credfix.diagnose.StatedContext;
import io.credfix.parse.ErrorReport;
import io.credfix.parse.Facts;
import io.credfix.parse.ReportedError;
import io.credfix.redact.Redactor;
import io.credfix.redact.Submission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlRendererTest {
  private static final Site SITE = new Site("", false, "", "");
  private static final HtmlRenderer RENDERER = new HtmlRenderer(TestRulebook.get());

  private static Explanation explain(String text) {
    return new Explainer(TestRulebook.get())
        .explain(Submission.of(text), StatedContext.NONE, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' autofocus onfocus='alert(1)",
        "</textarea></pre></code><iframe src=javascript:alert(1)>",
        "[click](javascript:alert(1))",
        "![x](https://evil.example/pixel)",
        "```\n</code><b>out of the fence</b>\n```",
        "<!--",
        "]]>",
        "&lt;b&gt;",
        "<a href=\"data:text/html,x\">",
      })
  void whatWasPastedIsOnlyText(String hostile) {
    Explanation explanation = explain(TestRulebook.SEED + "\n" + hostile);
    for (String html :
        List.of(
            RENDERER.fragment(explanation, SITE),
            RENDERER.guide(explanation, SITE),
            RENDERER.guide(explanation, Site.standalone("body {}")))) {
      onlyOurElements(html);
      assertTrue(html.contains(HtmlText.escape(hostile)), html);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "`</code><img src=x onerror=alert(1)>`",
        "x | y\n\n# heading <b>",
        "[a](javascript:alert(1))",
      })
  void extractedValuesAreOnlyTextToo(String hostile) {
    var error =
        new ReportedError(
            hostile, hostile, hostile, hostile, 403, null, null, null, null, null, null, null,
            hostile);
    var explanation =
        new Explanation(
            new Redactor().redact(Submission.of("x")),
            new Diagnosis(
                new ErrorReport(error, List.of(), Facts.NONE),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                new PlaceholderValues(Map.of()),
                StatedContext.NONE),
            false,
            "test");
    String html = RENDERER.guide(explanation, SITE);
    onlyOurElements(html);
    assertFalse(html.contains("heading <b>"), html);
    assertFalse(html.contains("<h1>heading"), html);
  }

  private static void onlyOurElements(String html) {
    String lower = html.toLowerCase(java.util.Locale.ROOT);
    for (String part :
        List.of("<script", "<img", "<iframe", "<svg", "<b>", "<!--", "\"javascript:", "\"data:")) {
      assertFalse(lower.contains(part), part + " in " + html);
    }
    assertEquals(
        lower.split("<textarea", -1).length, lower.split("</textarea>", -1).length, "textareas");
  }

  @Test
  void charactersThatHideOrReorderAreReplaced() {
    assertEquals("a\ufffdb\ufffdc\ufffd", HtmlText.escape("a\u202eb\u0000c\u0085"));
    assertEquals("&#39;&quot;&amp;&lt;&gt;\n\t&#13;", HtmlText.escape("'\"&<>\n\t\r"));
  }

  @Test
  void theFirstCauseIsOpenAndTheOthersAreFolded() {
    String html = RENDERER.fragment(explain(TestRulebook.SEED), SITE);
    assertTrue(html.contains("<section class=\"cause first\""), html);
    assertTrue(html.contains("<details class=\"cause\""), html);
    assertTrue(html.contains("Why it may be this"), html);
    assertTrue(html.contains("What was removed"), html);
  }

  @Test
  void theQuestionPostsTheRedactedTextAgain() {
    String html = RENDERER.fragment(explain(TestRulebook.SEED), SITE);
    assertTrue(html.contains("<form class=\"question\" method=\"post\""), html);
    assertTrue(html.contains("name=\"answer\" value=\"key-kind/temporary\""), html);
    assertTrue(
        html.contains(
            "<input type=\"hidden\" name=\"error\" value=\""
                + HtmlText.escape(TestRulebook.SEED)
                + "\">"),
        html);
  }

  @Test
  void aFileOfItsOwnLoadsNothingAndPostsNowhere() {
    String html = RENDERER.guide(explain(TestRulebook.SEED), Site.standalone("body {}"));
    assertFalse(html.contains("<form"), html);
    assertFalse(html.contains("<link"), html);
    assertTrue(html.contains("<style>\nbody {}</style>"), html);
  }

  @Test
  void linksLeadOnlyToTheWebAndCarryNoReferrer() {
    var markdown = new MarkdownHtml();
    assertTrue(markdown.blocks("[a](https://aws.amazon.com)").contains("noreferrer"));
    assertFalse(markdown.blocks("[a](javascript:x)").contains("javascript"));
    assertFalse(markdown.blocks("<b>x</b>").contains("<b>"));
    assertEquals("<code>a</code> b", markdown.inline("`a` b"));
  }

  @Test
  void everyCausePageAndTheCatalogueAreWhole() {
    TestRulebook.get()
        .causes()
        .forEach(
            cause -> {
              String page = RENDERER.cause(cause, SITE);
              assertTrue(page.contains("/causes/" + cause.id() + ".md"), page);
              assertTrue(RENDERER.catalogue(null, SITE).contains("/causes/" + cause.id()));
            });
  }

  @Test
  void aWordOfCodeWithHyphensStaysOnOneLine() {
    var markdown = new MarkdownHtml();
    assertEquals(
        "<code>aws sso login <span class=\"whole\">--profile </span>NAME</code>",
        markdown.inline("`aws sso login --profile NAME`"));
    assertEquals("<code>&lt;b&gt; x</code>", markdown.inline("`<b> x`"));
    String lengthy = "a-".repeat(20);
    assertEquals("<code>" + lengthy + "</code>", markdown.inline("`" + lengthy + "`"));
  }

  @Test
  void theFormHasTheExamplesAndTheCatalogueItsFilterBeforeAnyScriptCame() {
    String form = RENDERER.form(SITE);
    assertTrue(form.contains("data-prefix=\"ASIA\">InvalidClientTokenId</button>"), form);
    assertTrue(form.contains("data-error=\"$ export AWS_ACCESS_KEY_ID="), form);
    assertTrue(RENDERER.catalogue(null, SITE).contains("<form class=\"filter\""));
  }

  @Test
  void anUnknownErrorHasNoIdAtItsFoot() {
    assertFalse(
        RENDERER.fragment(explain("the printer is on fire"), SITE).contains("<code>unrecognized"));
  }
}
