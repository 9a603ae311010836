package io.credfix.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Named values of a query string or a form: `a=1&b=2`, percent-encoded UTF-8, `+` for a space.
final class Fields {
  static final Fields NONE = new Fields(Map.of());

  private final Map<String, List<String>> values;

  private Fields(Map<String, List<String>> values) {
    this.values = values;
  }

  /// Reads them.
  ///
  /// @param otherwise what to call it when it cannot be read
  /// @throws Refusal on a percent sign without two hex digits, or on what is not UTF-8
  static Fields parse(String text, ProblemType otherwise) throws Refusal {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        int equals = text.indexOf('=', start);
        equals = equals < 0 || equals > end ? end : equals;
        String name = decode(text, start, equals, otherwise);
        String value = equals < end ? decode(text, equals + 1, end, otherwise) : "";
        values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
      }
      start = end + 1;
    }
    return new Fields(values);
  }

  /// All values of that name, in order.
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /// The first value of that name.
  @Nullable String first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? null : all.getFirst();
  }

  /// True when the field is present and neither `0` nor `false`.
  boolean flag(String name) {
    String value = first(name);
    return value != null && !value.equals("0") && !value.equals("false");
  }

  private static String decode(String text, int start, int end, ProblemType otherwise)
      throws Refusal {
    var bytes = new ByteArrayOutputStream(end - start);
    int plain = start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != '%' && c != '+') {
        continue;
      }
      bytes.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
      if (c == '+') {
        bytes.write(' ');
      } else {
        int high = i + 2 < end ? hex(text.charAt(i + 1)) : -1;
        int low = i + 2 < end ? hex(text.charAt(i + 2)) : -1;
        if (high < 0 || low < 0) {
          throw new Refusal(otherwise, "A percent sign is not followed by two hex digits.");
        }
        bytes.write(high * 16 + low);
        i += 2;
      }
      plain = i + 1;
    }
    bytes.writeBytes(text.substring(plain, end).getBytes(StandardCharsets.UTF_8));
    return Utf8.decode(bytes.toByteArray())
        .orElseThrow(() -> new Refusal(otherwise, "The percent-encoded bytes are not UTF-8."));
  }

  /// Only ASCII digits count, unlike with [Character#digit].
  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
