package io.credfix.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TerminalRendererTest {
  @Test
  void wrapsProseAndLeavesCommandsAlone() {
    String text =
        new TerminalRenderer(40, false)
            .render(
                """
                # Title with `code`

                One two three four five six seven eight nine ten eleven twelve.

                ## Fix it

                1. First step that is long enough to be wrapped at forty columns.
                   ```bash
                   aws sts get-caller-identity --profile a-name-that-makes-it-longer-than-forty
                   ```
                2. Second

                | Also possible | How to tell |
                |---|---|
                | A | by `b` |

                See [AWS](https://docs.aws.amazon.com/).
                """);
    assertEquals(
        """
        Title with `code`
        =================

        One two three four five six seven eight
        nine ten eleven twelve.

        Fix it
        ------

        1. First step that is long enough to be
           wrapped at forty columns.

        aws sts get-caller-identity --profile a-name-that-makes-it-longer-than-forty

        2. Second

        • A: by `b`

        See AWS <https://docs.aws.amazon.com/>.
        """,
        text);
  }

  @Test
  void inlineCommandsStayOnOneLine() {
    assertEquals(
        """
        One two three four five six seven
        `aws sso login --profile NAME` eight
        """,
        new TerminalRenderer(40, false)
            .render("One two three four five six seven `aws sso login --profile NAME` eight\n"));
  }

  @Test
  void theSecondShellIsNamed() {
    assertEquals(
        """
        export A=b

        PowerShell:

        $Env:A='b'
        """,
        new TerminalRenderer(40, false)
            .render("```bash\nexport A=b\n```\n```powershell\n$Env:A='b'\n```\n"));
  }

  @Test
  void coloursOnlyWhenWanted() {
    String guide = "# A\n\n**b** `c`\n";
    assertFalse(new TerminalRenderer(80, false).render(guide).contains("\u001b"));
    assertEquals(
        "\u001b[1;4mA\u001b[0m\n\n\u001b[1mb\u001b[0m \u001b[36mc\u001b[0m\n",
        new TerminalRenderer(80, true).render(guide));
  }

  @Test
  void aStyleGoesOnAfterAnotherInsideIt() {
    assertEquals(
        "\u001b[1;4mA \u001b[36mb\u001b[0m\u001b[1;4m c\u001b[0m\n",
        new TerminalRenderer(80, true).render("# A `b` c\n"));
  }

  @Test
  void aLineUnderAHeadingIsNotWiderThanTheTerminal() {
    assertEquals(
        "One two three four five six seven eight\nnine ten\n" + "=".repeat(40) + "\n",
        new TerminalRenderer(40, false)
            .render("# One two three four five six seven eight nine ten\n"));
  }

  @Test
  void aTerminalObeysNothingOfTheText() {
    String guide = "a\u001b[2Jb \u202e `c\u0007` \u009b31m\n\n```\nd\u001b]0;x\u0007\n```\n";
    String text = new TerminalRenderer(80, false).render(guide);
    assertTrue(text.chars().noneMatch(c -> c < 0x20 && c != '\n' || c >= 0x7f && c <= 0x9f), text);
    assertFalse(text.contains("\u202e"));
  }
}
