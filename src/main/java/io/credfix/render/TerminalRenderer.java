package io.credfix.render;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/// Writes a guide for a terminal: wrapped lines, commands as they are, colours when wanted.
/// Immutable and thread-safe.
public final class TerminalRenderer {
  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private final int width;
  private final boolean colored;

  /// @param width columns to wrap prose at
  /// @param colored whether to use ANSI colours
  public TerminalRenderer(int width, boolean colored) {
    this.width = width;
    this.colored = colored;
  }

  /// @param guide Markdown, as [MarkdownRenderer] writes it
  public String render(String guide) {
    var visitor = new TerminalVisitor(width, colored);
    parser.parse(guide).accept(visitor);
    return visitor.text();
  }
}
