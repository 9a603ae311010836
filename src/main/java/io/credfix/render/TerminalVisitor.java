package io.credfix.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// Walks one guide and writes it for a terminal. One per call.
final class TerminalVisitor extends AbstractVisitor {
  private final TerminalWriter out;
  private final int width;
  private final StringBuilder line = new StringBuilder();
  private final List<String> indents = new ArrayList<>();
  private final List<String> styles = new ArrayList<>();
  private final boolean colored;
  private String marker = "";

  TerminalVisitor(int width, boolean colored) {
    this.width = width;
    this.colored = colored;
    out = new TerminalWriter(width);
  }

  String text() {
    return out.text();
  }

  @Override
  public void visit(Heading heading) {
    String style = heading.getLevel() == 1 ? Style.TITLE : Style.BOLD;
    line.append(on(style));
    visitChildren(heading);
    line.append(off());
    out.gap();
    if (!colored && heading.getLevel() <= 2) {
      String plain = line.toString();
      flush();
      out.raw((heading.getLevel() == 1 ? "=" : "-").repeat(Math.min(width, out.columns(plain))));
    } else {
      flush();
    }
    out.gap();
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    flush();
    if (!isTight(paragraph)) {
      out.gap();
    }
  }

  @Override
  public void visit(BulletList list) {
    items(list, 0, list.isTight());
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    items(list, start == null ? 1 : start, list.isTight());
  }

  private void items(Node list, int number, boolean tight) {
    int next = number;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      marker = number > 0 ? next++ + ". " : "• ";
      item.accept(this);
      if (!tight) {
        out.gap();
      }
    }
    out.gap();
  }

  @Override
  public void visit(ListItem item) {
    indents.add(" ".repeat(marker.length()));
    visitChildren(item);
    indents.removeLast();
    marker = "";
  }

  @Override
  public void visit(BlockQuote quote) {
    indents.add("| ");
    visitChildren(quote);
    indents.removeLast();
    out.gap();
  }

  @Override
  public void visit(FencedCodeBlock block) {
    // Two blocks side by side are the same commands for two shells.
    if (block.getPrevious() instanceof FencedCodeBlock && "powershell".equals(block.getInfo())) {
      out.raw("PowerShell:");
    }
    code(block.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock block) {
    code(block.getLiteral());
  }

  /// Commands stand at the margin, unwrapped: what is copied can be pasted.
  private void code(String literal) {
    out.gap();
    for (String command : literal.stripTrailing().split("\n", -1)) {
      out.raw(on(Style.CODE) + TerminalWriter.clean(command) + off());
    }
    out.gap();
  }

  @Override
  public void visit(ThematicBreak ruler) {
    out.gap();
  }

  @Override
  public void visit(HtmlBlock block) {
    line.append(TerminalWriter.clean(block.getLiteral()));
    flush();
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      visitChildren(block);
      out.gap();
    }
  }

  /// A row of a table becomes an item of a list: what stands in the first column, then the rest.
  @Override
  public void visit(CustomNode node) {
    switch (node) {
      case TableHead head -> {}
      case TableRow row -> row(row);
      default -> visitChildren(node);
    }
  }

  private void row(TableRow row) {
    marker = "• ";
    indents.add("  ");
    String separator = "";
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell && cell.getFirstChild() != null) {
        line.append(separator);
        visitChildren(cell);
        separator = ": ";
      }
    }
    flush();
    indents.removeLast();
  }

  @Override
  public void visit(Text text) {
    line.append(TerminalWriter.clean(text.getLiteral()));
  }

  @Override
  public void visit(Code code) {
    // A command stays on one line.
    String literal = TerminalWriter.clean(code.getLiteral()).replace(' ', TerminalWriter.UNBROKEN);
    line.append(colored ? on(Style.CODE) + literal + off() : "`" + literal + "`");
  }

  @Override
  public void visit(HtmlInline html) {
    line.append(TerminalWriter.clean(html.getLiteral()));
  }

  @Override
  public void visit(Emphasis emphasis) {
    styled(emphasis, Style.ITALIC);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    styled(strong, Style.BOLD);
  }

  private void styled(Node node, String style) {
    line.append(on(style));
    visitChildren(node);
    line.append(off());
  }

  @Override
  public void visit(Link link) {
    visitChildren(link);
    line.append(" <").append(TerminalWriter.clean(link.getDestination())).append('>');
  }

  @Override
  public void visit(Image image) {
    visitChildren(image);
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    line.append(' ');
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    flush();
  }

  private void flush() {
    String indent = String.join("", indents);
    String first =
        marker.isEmpty() ? indent : indent.substring(0, indent.length() - marker.length()) + marker;
    out.wrapped(line.toString(), first, indent);
    line.setLength(0);
    marker = "";
  }

  private static boolean isTight(Paragraph paragraph) {
    Node list = paragraph.getParent() == null ? null : paragraph.getParent().getParent();
    return list instanceof BulletList bullets && bullets.isTight()
        || list instanceof OrderedList ordered && ordered.isTight();
  }

  private String on(String style) {
    styles.add(style);
    return colored ? style : "";
  }

  /// Ends the innermost style; the others around it go on.
  private String off() {
    styles.removeLast();
    return colored ? Style.OFF + String.join("", styles) : "";
  }

  /// Select graphic rendition, ECMA-48.
  private static final class Style {
    static final String OFF = "\u001b[0m";
    static final String BOLD = "\u001b[1m";
    static final String ITALIC = "\u001b[3m";
    static final String TITLE = "\u001b[1;4m";
    static final String CODE = "\u001b[36m";
  }
}
