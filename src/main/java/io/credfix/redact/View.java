package io.credfix.redact;

import static io.credfix.redact.Chars.hex;
import static io.credfix.redact.Chars.isAlnum;
import static io.credfix.redact.Chars.isBase64;
import static io.credfix.redact.Chars.isDigit;
import static io.credfix.redact.Chars.isHex;
import static io.credfix.redact.Chars.isLetter;
import static io.credfix.redact.Chars.isQuote;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A text as its reader sees it: without colours and invisible characters, with escapes (JSON,
/// HTML, URL, quoted-printable, also nested) decoded. Every character knows where it came from, so
/// a secret is found in the view and cut out of the text.
final class View {
  /// Stands for a label that an earlier run put in.
  static final char LABEL = '\ue000';

  /// The first letter that ASCII has not and whose accents stay.
  static final char FIRST_LETTER = '\u0100';

  private static final int[] NOTHING = {};

  /// From this on a search is preceded by a question.
  private static final int LONG = 128;

  /// U+00C0 to U+00FF without their accents: names of secrets in other languages.
  private static final String PLAIN_LETTERS =
      "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo-ouuuuyty";

  private static final Set<Integer> USUAL_WIDTHS = Set.of(76, 78, 79, 80, 100, 120, 132, 160, 200);
  private static final Map<String, Character> ENTITIES =
      Map.of(
          "quot", '"', "apos", '\'', "lt", '<', "gt", '>', "nbsp", ' ', "equals", '=', "colon", ':',
          "plus", '+', "sol", '/', "amp", '&');

  private final String text;
  private final SecretShapes shapes;
  private final int wrapWidth;
  private final boolean quotedPrintable;
  private final int[] skipped;
  private int range;
  private int lineStart;
  private final char[] source;
  private final char[] chars;
  private final Origins origins = new Origins();
  private int length;
  private int reached;
  private @Nullable String plain;
  private @Nullable String whole;
  private @Nullable Trigrams trigrams;
  private int decoded;
  private int slashes;
  private final BitSet letters = new BitSet();
  private final List<String> labelledKeys = new ArrayList<>();
  private int[] labelledKeyPlaces = new int[4];

  private View(
      String text,
      char[] source,
      boolean quotedPrintable,
      SecretShapes shapes,
      int wrapWidth,
      int[] skipped) {
    this.text = text;
    this.shapes = shapes;
    this.wrapWidth = wrapWidth;
    this.source = source;
    chars = new char[source.length + Survey.PADDING];
    this.quotedPrintable = quotedPrintable;
    int i = 0;
    this.skipped = skipped;
    for (range = 0; range < skipped.length; range += 2) {
      i = read(i, skipped[range]);
      i = Math.max(i, skipped[range + 1]);
    }
    read(i, source.length);
    Arrays.fill(chars, length, Math.min(chars.length, length + Survey.PADDING), '\0');
  }

  /// Reads a part of the text; what begins in it may end behind it.
  ///
  /// @return where to go on
  private int read(int start, int end) {
    int i = start;
    while (i < end) {
      int plain = i;
      while (plain < end && isPlain(source[plain])) {
        plain++;
      }
      if (plain > i && !endsInBackslash()) {
        copy(i, plain);
        i = plain;
      } else {
        i = put(i);
      }
    }
    return i;
  }

  private boolean endsInBackslash() {
    return length > 0 && chars[length - 1] == '\\';
  }

  /// True for a character that means itself, whatever stands around it.
  private boolean isPlain(char c) {
    return Chars.isPlain(c) && c != '<'
        || c == '\n' && wrapWidth == 0
        || c == '=' && !quotedPrintable;
  }

  private void copy(int start, int end) {
    if (start != reached) {
      origins.add(length, start, start + 1, 0);
    }
    System.arraycopy(source, start, chars, length, end - start);
    length += end - start;
    reached = end;
  }

  private int put(int i) {
    slashes = 0;
    int next = read(i);
    if (decoded >= 0) {
      int start = unescape(i);
      if (start != reached || next - start != 1 || slashes > 0) {
        origins.add(length, start, next, Math.min(slashes, 100));
      }
      if (decoded >= FIRST_LETTER && decoded != LABEL) {
        letters.set(decoded);
      }
      chars[length++] = (char) decoded;
      reached = next;
    }
    return next;
  }

  /// Applies backslashes that only decoding brought up: `%5C%22`, `&#92;n`.
  private int unescape(int at) {
    int start = at;
    if (isQuote((char) decoded)) {
      while (length > 0 && chars[length - 1] == '\\') {
        slashes++;
        start = origins.pop(--length);
      }
    } else if ((decoded == 'n'
            || decoded == 'r'
            || decoded == 't'
            || decoded == ':'
            || decoded == '=')
        && length > 0
        && chars[length - 1] == '\\'
        && source[origins.from(length - 1)] != '\\') {
      start = origins.pop(--length);
      decoded = decoded == 't' ? '\t' : isLetter((char) decoded) ? '\n' : decoded;
    }
    return start;
  }

  static View of(String text, SecretShapes shapes) {
    return new View(text, text.toCharArray(), isQuotedPrintable(text), shapes, 0, NOTHING);
  }

  /// A view of the same text in which the lines that a terminal cut at a width are whole again.
  View unwrapped(int width) {
    return new View(text, source, quotedPrintable, shapes, width, NOTHING);
  }

  /// True where lines may end, or begin, with what only decoding shows.
  boolean mayHideLines() {
    return text.indexOf('\u001b') >= 0
        || text.contains("\\n")
        || text.contains("%0")
        || text.contains("[0m")
        || text.contains("&#");
  }

  /// The ranges of the text that ranges of the view came from.
  int[] ranges(int[] places) {
    var ranges = new int[places.length];
    for (int k = 0; k < places.length; k += 2) {
      ranges[k] = from(places[k]);
      ranges[k + 1] = to(places[k + 1] - 1);
    }
    return ranges;
  }

  /// A view of the same text without what stands before and behind every line.
  ///
  /// @param affixes what to skip: pairs of start and end
  View without(int[] affixes) {
    return new View(text, source, quotedPrintable, shapes, 0, affixes);
  }

  /// The width at which a terminal seems to have cut lines: the longest line's, if several have it
  /// or it is a usual one; else 0.
  static int wrapWidth(String text) {
    int longest = 0;
    int count = 0;
    int prefix = 0;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int width = end - start - (end > start && text.charAt(end - 1) == '\r' ? 1 : 0);
      if (width > longest) {
        longest = width;
        count = 0;
        prefix = prefix(text, start) - start;
      }
      count += width == longest ? 1 : 0;
      start = end + 1;
    }
    boolean usual = USUAL_WIDTHS.contains(longest) || USUAL_WIDTHS.contains(longest - prefix);
    return longest >= 72 && longest <= 400 && start > longest + 1 && (count > 1 || usual)
        ? longest
        : 0;
  }

  /// Where a line begins behind quote marks and box characters.
  private static int prefix(String text, int start) {
    int p = start;
    int end = start;
    while (p < text.length()
        && (text.charAt(p) == ' ' || text.charAt(p) == '>' || Chars.isBox(text.charAt(p)))) {
      end = text.charAt(p) == ' ' ? end : p + 1;
      p++;
    }
    return end > start && end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
  }

  private int lineBreak(int i, int next) {
    boolean cut = wrapWidth > 0 && i - lineStart == wrapWidth && next < text.length();
    boolean prefixed = cut && prefix(text, lineStart) > lineStart;
    lineStart = next;
    return cut ? skip(prefixed ? prefix(text, next) : indented(next)) : emit('\n', next);
  }

  /// Behind the indentation of a line.
  private int indented(int start) {
    int p = start;
    while (raw(p) == ' ' || raw(p) == '\t') {
      p++;
    }
    return p;
  }

  int length() {
    return length;
  }

  /// The characters of the text.
  char[] source() {
    return source;
  }

  /// The characters; NUL behind the last.
  char[] chars() {
    return chars;
  }

  /// The end of the line that a place is in.
  int lineEnd(int place) {
    int p = place;
    while (p < length && chars[p] != '\n') {
      p++;
    }
    return p;
  }

  /// The character at a place; a NUL, which no view holds, outside.
  char at(int place) {
    return place >= 0 && place < length ? chars[place] : '\0';
  }

  /// How many backslashes stood before a quote.
  int depth(int place) {
    return origins.depth(place);
  }

  /// Where in the text a character begins.
  int from(int place) {
    return origins.from(place);
  }

  /// Where in the text a character ends.
  int to(int place) {
    return origins.to(place);
  }

  /// True for a CR LF pair of the text.
  boolean isCarriageReturn(int place) {
    return source[origins.from(place)] == '\r';
  }

  /// True for a character that stood percent-encoded in the text.
  boolean isPercent(int place) {
    return text.charAt(from(place)) == '%' && to(place) - from(place) > 1;
  }

  String substring(int start, int end) {
    return new String(chars, start, end - start);
  }

  boolean matches(int place, String expected) {
    if (place < 0 || place + expected.length() > length) {
      return false;
    }
    for (int k = 0; k < expected.length(); k++) {
      if (chars[place + k] != expected.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  int indexOf(String expected, int start) {
    return indexOf(expected, start, length);
  }

  int indexOf(String expected, int start, int end) {
    if (end - start >= LONG && !trigrams().mayHold(expected)) {
      return -1;
    }
    String searched = isBytes(expected) ? searchable() : whole();
    return start < end ? searched.indexOf(expected, Math.max(0, start), Math.min(end, length)) : -1;
  }

  private static boolean isBytes(String text) {
    for (int k = 0; k < text.length(); k++) {
      if (text.charAt(k) >= 0x100) {
        return false;
      }
    }
    return true;
  }

  private Trigrams trigrams() {
    if (trigrams == null) {
      trigrams = new Trigrams(chars, length);
    }
    return trigrams;
  }

  private String whole() {
    if (whole == null) {
      whole = substring(0, length);
    }
    return whole;
  }

  /// The characters with NUL for all that a byte cannot hold: strings of bytes are searched faster.
  private String searchable() {
    if (plain == null) {
      var bytes = new byte[length];
      for (int p = 0; p < length; p++) {
        bytes[p] = (byte) (chars[p] < 0x100 ? chars[p] : 0);
      }
      plain = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return plain;
  }

  /// The characters from [#FIRST_LETTER] on that stand in the view.
  BitSet letters() {
    return letters;
  }

  /// The four letters in labels of key ids, in order.
  List<String> labelledKeys() {
    return labelledKeys;
  }

  /// Where those labels stand.
  int[] labelledKeyPlaces() {
    return Arrays.copyOf(labelledKeyPlaces, labelledKeys.size());
  }

  private static boolean isQuotedPrintable(String text) {
    if (text.contains("=3D")) {
      return true;
    }
    int line = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', line)) {
      int width = end - line - (end > line && text.charAt(end - 1) == '\r' ? 1 : 0);
      if (width == 76 && text.charAt(line + 75) == '=' && text.charAt(line + 74) != '=') {
        return true;
      }
      line = end + 1;
    }
    return false;
  }

  private char raw(int i) {
    return i < source.length ? source[i] : '\0';
  }

  private int emit(int character, int next) {
    decoded = character == LABEL ? 0xfffd : character;
    return next;
  }

  private int skip(int next) {
    decoded = -1;
    return next;
  }

  private int read(int i) {
    char c = text.charAt(i);
    return switch (c) {
      case '[' -> bracket(i);
      case '\u001b', '\u009b', '\u241b' -> escape(i, i + 1, c == '\u009b');
      case '^' -> raw(i + 1) == '[' && raw(i + 2) == '[' ? escape(i, i + 2, false) : emit(c, i + 1);
      case '\\' -> backslash(i);
      case '&' -> entity(i);
      case '%' -> percent(i);
      case '=' -> equalsSign(i);
      case '<' -> lineEndTag(i);
      case '\r' -> lineBreak(i, raw(i + 1) == '\n' ? i + 2 : i + 1);
      case '\n' -> lineBreak(i, i + 1);
      case '\t' -> emit(c, i + 1);
      default -> c >= 0x20 && c < 0x7f ? emit(c, i + 1) : unusual(c, i + 1);
    };
  }

  private int bracket(int i) {
    int end = shapes.labelEnd(source, i);
    if (end > 0) {
      String letters = shapes.lettersOf(text.substring(i + 1, end - 1));
      if (!letters.isEmpty()) {
        if (labelledKeys.size() == labelledKeyPlaces.length) {
          labelledKeyPlaces = Arrays.copyOf(labelledKeyPlaces, labelledKeyPlaces.length * 2);
        }
        labelledKeyPlaces[labelledKeys.size()] = length;
        labelledKeys.add(letters);
      }
      decoded = LABEL;
      return end;
    }
    int colour = i + 1;
    while (colour - i < 12 && (isDigit(raw(colour)) || raw(colour) == ';')) {
      colour++;
    }
    // A log viewer swallowed the escape character and left `[31m`.
    return colour > i + 1 && raw(colour) == 'm' ? skip(colour + 1) : emit('[', i + 1);
  }

  /// `<br>` at the end of a line, as pages have it.
  private int lineEndTag(int i) {
    if (raw(i + 1) != 'b' || raw(i + 2) != 'r') {
      return emit('<', i + 1);
    }
    int p = i + 3;
    while (p - i < 5 && (raw(p) == ' ' || raw(p) == '/')) {
      p++;
    }
    boolean is = raw(p) == '>' && (raw(p + 1) == '\n' || raw(p + 1) == '\r');
    return is ? skip(p + 1) : emit('<', i + 1);
  }

  private int escape(int start, int i, boolean csi) {
    char kind = csi ? '[' : raw(i);
    int p = csi ? i : i + 1;
    if (kind == '[') {
      while (p - start < 40 && raw(p) >= 0x20 && raw(p) < 0x40) {
        p++;
      }
      return skip(raw(p) >= 0x40 && raw(p) < 0x7f ? p + 1 : p);
    }
    if (kind == ']') {
      while (p - start < 256
          && p < text.length()
          && raw(p) != '\u0007'
          && raw(p) != '\u001b'
          && raw(p) != '\n') {
        p++;
      }
      if (raw(p) == '\u0007') {
        return skip(p + 1);
      }
      return skip(raw(p) == '\u001b' && raw(p + 1) == '\\' ? p + 2 : p);
    }
    return skip(kind == '(' || kind == ')' ? Math.min(p + 1, text.length()) : i);
  }

  private int backslash(int i) {
    int p = i;
    while (raw(p) == '\\') {
      p++;
    }
    int run = p - i;
    if (p >= text.length()) {
      return emit('\\', p);
    }
    char c = text.charAt(p);
    return switch (c) {
      case '"', '\'', '`' -> {
        slashes = run;
        yield emit(c, p + 1);
      }
      case '&' -> {
        slashes = run;
        yield entity(p);
      }
      case '/', '=', '$', '|', ':', ' ' -> emit(c, p + 1);
      case 'n', 'r' -> emit('\n', p + 1);
      case 't' -> emit('\t', p + 1);
      case '\n' -> skip(continued(p + 1));
      case '\r' -> skip(continued(raw(p + 1) == '\n' ? p + 2 : p + 1));
      case 'e' -> raw(p + 1) == '[' ? escape(i, p + 1, false) : emit('\\', p);
      case '0' -> text.startsWith("033[", p) ? escape(i, p + 3, false) : emit('\\', p);
      case 'u' -> raw(p + 1) == '{' ? escapedInBraces(i, p) : escapedHex(i, p, 4);
      case 'x' -> escapedHex(i, p, 2);
      default -> emit('\\', p);
    };
  }

  /// Where a token goes on that a backslash cut at a line's end: behind a log's prefix, the
  /// indentation and marks.
  private int continued(int next) {
    boolean cut = range < skipped.length && skipped[range] == next;
    int line = cut ? skipped[range + 1] : next;
    int p = line;
    while (raw(p) == ' ' || raw(p) == '\t' || raw(p) == '>' || Chars.isBox(raw(p))) {
      p++;
    }
    boolean inside = p > line && length > 0 && isBase64(chars[length - 1]) && isBase64(raw(p));
    return inside ? p : line;
  }

  private int escapedInBraces(int start, int letter) {
    int p = letter + 2;
    int value = 0;
    while (p - letter < 9 && isHex(raw(p))) {
      value = value * 16 + hex(raw(p));
      p++;
    }
    return raw(p) == '}' && p > letter + 2 ? escaped(start, value, p + 1) : emit('\\', letter);
  }

  private int escapedHex(int start, int letter, int digits) {
    int value = 0;
    for (int k = 1; k <= digits; k++) {
      if (!isHex(raw(letter + k))) {
        return emit('\\', letter);
      }
      value = value * 16 + hex(raw(letter + k));
    }
    return escaped(start, value, letter + 1 + digits);
  }

  private int escaped(int start, int value, int next) {
    if (value == 0x1b) {
      return escape(start, next, false);
    }
    if (value == '"' || value == '\'') {
      slashes = 1;
    }
    return value < 0x10000 ? visible((char) value, next) : skip(next);
  }

  private int visible(char c, int next) {
    if (c == '\n' || c == '\r') {
      return emit('\n', next);
    }
    return c == '\t' || c >= 0x20 && c < 0x7f ? emit(c, next) : unusual(c, next);
  }

  private int entity(int i) {
    int p = i + 1;
    while (text.startsWith("amp;", p)) {
      p += 4;
    }
    int end = p;
    while (end - p < 9 && (isAlnum(raw(end)) || raw(end) == '#')) {
      end++;
    }
    if (raw(end) != ';') {
      return emit('&', p);
    }
    if (raw(p) == '#') {
      boolean sixteen = raw(p + 1) == 'x' || raw(p + 1) == 'X';
      int value = 0;
      int q = sixteen ? p + 2 : p + 1;
      if (q == end) {
        return emit('&', p);
      }
      for (; q < end; q++) {
        if (!(sixteen ? isHex(raw(q)) : isDigit(raw(q)))) {
          return emit('&', p);
        }
        value = value * (sixteen ? 16 : 10) + hex(raw(q));
      }
      return value < 0x10000 ? visible((char) value, end + 1) : skip(end + 1);
    }
    Character named = ENTITIES.get(text.substring(p, end));
    if (named == null) {
      return "shy".equals(text.substring(p, end)) ? skip(end + 1) : emit('&', p);
    }
    return emit(named, end + 1);
  }

  private int percent(int i) {
    int p = i + 1;
    while (raw(p) == '2' && raw(p + 1) == '5' && isHex(raw(p + 2)) && isHex(raw(p + 3))) {
      p += 2;
    }
    if (!isHex(raw(p)) || !isHex(raw(p + 1))) {
      return emit('%', i + 1);
    }
    int value = hex(raw(p)) * 16 + hex(raw(p + 1));
    if (value >= 0xc2 && value < 0xf0) {
      return percentLetter(value, p + 2);
    }
    int colour = value == '[' ? lostColour(p + 2) : 0;
    if (colour > 0) {
      return skip(colour);
    }
    return value < 0x80 ? visible((char) value, p + 2) : skip(p + 2);
  }

  /// Where a colour ends of which `%5B` began what is left: `%5B1%3B31m`; 0: it is none.
  private int lostColour(int start) {
    int p = start;
    while (p - start < 24 && (isDigit(raw(p)) || raw(p) == ';' || isSemicolon(p))) {
      p += raw(p) == '%' ? 3 : 1;
    }
    return p > start && raw(p) == 'm' ? p + 1 : 0;
  }

  private boolean isSemicolon(int p) {
    return raw(p) == '%' && raw(p + 1) == '3' && (raw(p + 2) == 'B' || raw(p + 2) == 'b');
  }

  /// A letter of two or three bytes in UTF-8: `%C3%B1`, `%E5%AF%86`.
  private int percentLetter(int first, int next) {
    int second = continuation(next);
    if (second < 0) {
      return skip(next);
    }
    int value = first << 6 & 0xfff | low(second);
    if (first < 0xe0) {
      return visible((char) (value & 0x7ff), second + 2);
    }
    int third = continuation(second + 2);
    value = value << 6 & 0xffff | (third < 0 ? 0 : low(third));
    boolean letter = third >= 0 && value >= 0x800 && !Character.isSurrogate((char) value);
    return letter ? visible((char) value, third + 2) : skip(next);
  }

  /// Where the digits of a byte `%80` to `%BF` stand; -1: no such byte.
  private int continuation(int place) {
    int p = place + 1;
    while (raw(p) == '2' && raw(p + 1) == '5' && isHex(raw(p + 2)) && isHex(raw(p + 3))) {
      p += 2;
    }
    boolean is = raw(place) == '%' && isHex(raw(p)) && isHex(raw(p + 1));
    return is && (hex(raw(p)) & 0xc) == 8 ? p : -1;
  }

  private int low(int digits) {
    return (hex(raw(digits)) & 3) << 4 | hex(raw(digits + 1));
  }

  private int equalsSign(int i) {
    if (quotedPrintable) {
      if (raw(i + 1) == '\n') {
        return skip(i + 2);
      }
      if (raw(i + 1) == '\r' && raw(i + 2) == '\n') {
        return skip(i + 3);
      }
    }
    return emit('=', raw(i + 1) == '3' && raw(i + 2) == 'D' ? i + 3 : i + 1);
  }

  private int unusual(char c, int next) {
    if (c < 0x20 || c >= 0x7f && c < 0xa0) {
      return skip(next);
    }
    if (isInvisible(c)) {
      return skip(next);
    }
    if (c == '\udb40') {
      return skip(Character.isLowSurrogate(raw(next)) ? next + 1 : next);
    }
    if (c == '\u00a0' || c >= '\u2000' && c <= '\u200a' || c == '\u202f' || c == '\u3000') {
      // Inside a token it is damage of copying; between words it is a space.
      boolean inside = length > 0 && isBase64(chars[length - 1]) && isBase64(raw(next));
      return inside ? skip(next) : emit(' ', next);
    }
    if (c >= '\u00c0' && c <= '\u00ff') {
      return emit(PLAIN_LETTERS.charAt(c - 0xc0), next);
    }
    if (c >= '\uff01' && c <= '\uff5e') {
      return emit(c - 0xfee0, next);
    }
    return switch (c) {
      case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb' -> emit('"', next);
      case '\u2018', '\u2019', '\u201a' -> emit('\'', next);
      case '\u2028', '\u2029', '\u0085' -> emit('\n', next);
      default -> emit(c >= '\u2010' && c <= '\u2015' ? '-' : c, next);
    };
  }

  private static boolean isInvisible(char c) {
    return c == '\u00ad'
        || c == '\u034f'
        || c == '\u061c'
        || c == '\u115f'
        || c == '\u1160'
        || c == '\u17b4'
        || c == '\u17b5'
        || c >= '\u180b' && c <= '\u180f'
        || c >= '\u200b' && c <= '\u200f'
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2060' && c <= '\u206f'
        || c == '\u3164'
        || c >= '\ufe00' && c <= '\ufe0f'
        || c == '\ufeff'
        || c == '\uffa0'
        || c >= '\ufff0' && c <= '\ufffb';
  }
}
