package io.credfix.render;

import io.credfix.diagnose.Diagnosis;
import io.credfix.diagnose.Question;
import io.credfix.diagnose.StatedContext;
import org.jspecify.annotations.Nullable;

/// The question that would decide between the causes. Each answer is a button that posts the
/// redacted text again with that answer; the raw text is gone by then.
final class QuestionForm {
  private final MarkdownHtml markdown;
  private final String action;

  /// @param action where to post to, as an attribute value
  QuestionForm(MarkdownHtml markdown, String action) {
    this.markdown = markdown;
    this.action = action;
  }

  /// The form; empty when there is nothing to ask.
  String html(Explanation explanation) {
    Diagnosis diagnosis = explanation.diagnosis();
    if (diagnosis.questions().isEmpty()) {
      return "";
    }
    Question question = diagnosis.questions().getFirst();
    var out = new StringBuilder(2048);
    out.append("<form class=\"question\" method=\"post\" accept-charset=\"utf-8\" action=\"");
    out.append(action).append("\">\n<h2>One question would decide</h2>\n<p>");
    out.append(markdown.inline(question.text())).append("</p>\n");
    state(out, explanation);
    out.append("<ul class=\"answers\">\n");
    for (Question.Answer answer : question.answers()) {
      String value = HtmlText.escape(question.id() + "/" + answer.id());
      out.append("<li><button name=\"answer\" value=\"").append(value).append("\">");
      out.append(markdown.inline(answer.text())).append("</button> <span>");
      out.append(markdown.inline(answer.meaning())).append("</span></li>\n");
    }
    return out.append("</ul>\n</form>\n").toString();
  }

  private static void state(StringBuilder out, Explanation explanation) {
    StatedContext context = explanation.diagnosis().context();
    hidden(out, "error", explanation.redacted().text());
    hidden(out, "keyPrefix", context.keyPrefix() == null ? null : context.keyPrefix().prefix());
    hidden(out, "tool", context.tool());
    hidden(out, "os", context.os());
    hidden(out, "shell", context.shell());
    hidden(out, "runsOn", context.runsOn());
    hidden(out, "region", context.region());
    context.answers().forEach((id, answer) -> hidden(out, "answer", id + "/" + answer));
  }

  private static void hidden(StringBuilder out, String name, @Nullable String value) {
    if (value != null) {
      out.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"");
      out.append(HtmlText.escape(value)).append("\">\n");
    }
  }
}
