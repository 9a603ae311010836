package io.credfix.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives the variables of a script names of one or two letters.
///
/// It does not know scopes and need not: every name becomes the same other name everywhere, no two
/// the same, so what meant one thing before means one thing after. Names of members stay: behind a
/// dot, in front of a colon in an object, of methods in a class. `{name}` in an object becomes
/// `{name:a}`. What the script does not declare and begins in upper case stays, too.
final class ShortNames {
  private static final Set<String> RESERVED =
      Set.of(
          ("const let var function return if else for while do switch case default break continue of"
                  + " in new class constructor static get set async await yield typeof instanceof"
                  + " delete void null true false this super throw try catch finally undefined"
                  + " parseInt NaN Infinity")
              .split(" "));
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /// What stands in front of a regular expression, and never in front of a division.
  private static final String BEFORE_EXPRESSION = "=(,:&|!?[{};\n";

  /// What stands in front of the brace of an object, and never in front of that of a block.
  private static final String BEFORE_OBJECT = "=(,:?&|[";

  private final List<String> tokens = new ArrayList<>();
  private final Map<Integer, Role> roles = new HashMap<>();
  private final Set<String> declared = new HashSet<>();

  private enum Role {
    VARIABLE,
    SHORTHAND
  }

  private ShortNames(String script) {
    read(script, 0, false);
    classify();
  }

  /// The script with other names.
  ///
  /// @param kept names that others know
  static String of(String script, List<String> kept) {
    return new ShortNames(script).renamed(kept);
  }

  private String renamed(List<String> kept) {
    Map<String, Integer> counts = new HashMap<>();
    for (int index : roles.keySet()) {
      String name = tokens.get(index);
      boolean foreign = Character.isUpperCase(name.charAt(0)) && !declared.contains(name);
      if (!foreign && !kept.contains(name)) {
        counts.merge(name, 1, Integer::sum);
      }
    }
    List<String> names = new ArrayList<>(counts.keySet());
    names.sort(
        Comparator.<String>comparingInt(name -> -counts.getOrDefault(name, 0))
            .thenComparing(Comparator.naturalOrder()));
    Map<String, String> others = new HashMap<>();
    int next = 0;
    for (String name : names) {
      String other = name(next++);
      while (RESERVED.contains(other) || kept.contains(other)) {
        other = name(next++);
      }
      others.put(name, other);
    }
    var out = new StringBuilder();
    for (int index = 0; index < tokens.size(); index++) {
      String token = tokens.get(index);
      Role role = roles.get(index);
      String other = role == null ? token : others.getOrDefault(token, token);
      out.append(role == Role.SHORTHAND && !other.equals(token) ? token + ":" + other : other);
    }
    return out.toString();
  }

  private static String name(int number) {
    int size = LETTERS.length();
    String last = String.valueOf(LETTERS.charAt(number % size));
    return number < size ? last : LETTERS.charAt(number / size - 1) + last;
  }

  /// Cuts a script into words, literals and single characters.
  ///
  /// @param inner true inside a template, which a brace ends
  /// @return where it ends
  private int read(String script, int start, boolean inner) {
    int i = start;
    int depth = 0;
    while (i < script.length()) {
      char c = script.charAt(i);
      if (inner && c == '}' && depth == 0) {
        return i;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      int end = i + 1;
      if (c == '`') {
        i = template(script, i);
        continue;
      }
      if (c == '"' || c == '\'') {
        end = literalEnd(script, i, c);
      } else if (c == '/' && script.startsWith("//", i)) {
        end = lineEnd(script, i);
      } else if (c == '/' && isExpression()) {
        end = expressionEnd(script, i);
      } else if (isWord(c)) {
        while (end < script.length() && isWord(script.charAt(end))) {
          end++;
        }
      }
      tokens.add(script.substring(i, end));
      i = end;
    }
    return i;
  }

  private int template(String script, int start) {
    int from = start;
    int i = start + 1;
    while (script.charAt(i) != '`') {
      if (script.charAt(i) == '\\') {
        i += 2;
      } else if (script.startsWith("${", i)) {
        tokens.add(script.substring(from, i + 2));
        i = read(script, i + 2, true);
        from = i;
      } else {
        i++;
      }
    }
    tokens.add(script.substring(from, i + 1));
    return i + 1;
  }

  private static int lineEnd(String script, int start) {
    int end = script.indexOf('\n', start);
    return end < 0 ? script.length() : end;
  }

  private static int literalEnd(String script, int start, char quote) {
    int i = start + 1;
    while (script.charAt(i) != quote) {
      i += script.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private static int expressionEnd(String script, int start) {
    boolean set = false;
    int i = start + 1;
    while (script.charAt(i) != '/' || set) {
      char c = script.charAt(i);
      set = c == '[' || set && c != ']';
      i += c == '\\' ? 2 : 1;
    }
    i++;
    while (i < script.length() && Character.isLetter(script.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean isExpression() {
    int last = tokens.size() - 1;
    while (last >= 0 && tokens.get(last).equals(" ")) {
      last--;
    }
    String before = last < 0 ? "\n" : tokens.get(last);
    return before.equals("return") || before.length() == 1 && BEFORE_EXPRESSION.contains(before);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private static boolean isName(String token) {
    return isWord(token.charAt(0)) && !Character.isDigit(token.charAt(0));
  }

  private void classify() {
    List<Integer> solid = new ArrayList<>();
    for (int index = 0; index < tokens.size(); index++) {
      if (!tokens.get(index).isBlank()) {
        solid.add(index);
      }
    }
    List<Character> open = new ArrayList<>();
    open.add('{');
    for (int k = 0; k < solid.size(); k++) {
      String token = tokens.get(solid.get(k));
      String before = k == 0 ? "" : tokens.get(solid.get(k - 1));
      String next = k + 1 < solid.size() ? tokens.get(solid.get(k + 1)) : "";
      switch (token) {
        case "{" -> open.add(kind(solid, k));
        case "(", "[" -> open.add(token.charAt(0));
        case ")", "]", "}" -> open.removeLast();
        default -> {
          if (isName(token) && !RESERVED.contains(token)) {
            String second = k < 2 ? "" : tokens.get(solid.get(k - 2));
            name(solid.get(k), before, second, next, open.getLast());
          }
        }
      }
    }
  }

  /// `o` for an object or a pattern, `c` for a class, `{` for a block.
  private char kind(List<Integer> solid, int brace) {
    String before = tokens.get(solid.get(brace - 1));
    if (before.equals(":") && isCase(solid, brace)) {
      return '{';
    }
    boolean object =
        before.length() == 1 && BEFORE_OBJECT.contains(before)
            || Set.of("return", "const", "let", "of").contains(before);
    if (object) {
      return 'o';
    }
    return brace > 1 && tokens.get(solid.get(brace - 2)).equals("class") ? 'c' : '{';
  }

  /// `case "x": {`, `default: {`.
  private boolean isCase(List<Integer> solid, int brace) {
    return brace > 2
        && (tokens.get(solid.get(brace - 3)).equals("case")
            || tokens.get(solid.get(brace - 2)).equals("default"));
  }

  private void name(int index, String before, String second, String next, char open) {
    boolean first = before.equals("{") || before.equals(",");
    boolean member = before.equals(".") && !second.equals(".");
    boolean key = open == 'o' && first && (next.equals(":") || next.equals("("));
    boolean method = open == 'c' && next.equals("(");
    if (member || key || method) {
      return;
    }
    boolean another = before.equals(",") && open == '{' && next.equals("=");
    if (another || Set.of("const", "let", "class", "function").contains(before)) {
      declared.add(tokens.get(index));
    }
    boolean shorthand =
        open == 'o' && first && (next.equals(",") || next.equals("}") || next.equals("="));
    roles.put(index, shorthand ? Role.SHORTHAND : Role.VARIABLE);
  }
}
