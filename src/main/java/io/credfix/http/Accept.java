package io.credfix.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The header field `Accept`, RFC 9110 section 12.5.1: media ranges with quality values. What is no
/// media range is skipped.
///
/// @param ranges in the order sent; empty only when nothing in the field could be read
record Accept(List<Range> ranges) {
  private static final int WHOLE = 1000;

  /// Everything is welcome.
  static final Accept ANYTHING = new Accept(List.of(new Range("*", "*", WHOLE, 0)));

  /// One media range.
  ///
  /// @param type a type or `*`
  /// @param subtype a subtype or `*`
  /// @param quality thousandths, 0 to 1000
  /// @param specificity 0 for `*/*`, 1 for `text/*`, 2 for a whole type, 3 with a parameter
  record Range(String type, String subtype, int quality, int specificity) {
    boolean matches(MediaType media) {
      return (type.equals("*") || type.equals(media.type()))
          && (subtype.equals("*") || subtype.equals(media.subtype()));
    }
  }

  /// Reads the field; absent or blank means anything.
  static Accept parse(@Nullable String field) {
    if (field == null || field.isBlank()) {
      return ANYTHING;
    }
    List<Range> ranges = new ArrayList<>();
    for (String element : HeaderValue.split(field, ',')) {
      Range range = range(HeaderValue.split(element, ';'));
      if (range != null) {
        ranges.add(range);
      }
    }
    return new Accept(List.copyOf(ranges));
  }

  /// The best of what is on offer. Equal qualities: a type that was named wins over one that a
  /// wildcard covers, then the first on offer wins.
  ///
  /// @param offered the server's preference first
  Optional<MediaType> best(List<MediaType> offered) {
    Range bestRange = null;
    MediaType best = null;
    for (MediaType media : offered) {
      Range range = mostSpecific(media);
      if (range != null && range.quality() > 0 && (bestRange == null || beats(range, bestRange))) {
        bestRange = range;
        best = media;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean beats(Range range, Range best) {
    return range.quality() != best.quality()
        ? range.quality() > best.quality()
        : Math.min(range.specificity(), 2) > Math.min(best.specificity(), 2);
  }

  private @Nullable Range mostSpecific(MediaType media) {
    Range found = null;
    for (Range range : ranges) {
      if (range.matches(media) && (found == null || range.specificity() > found.specificity())) {
        found = range;
      }
    }
    return found;
  }

  private static @Nullable Range range(List<String> parts) {
    String essence = parts.getFirst().strip().toLowerCase(Locale.ROOT);
    int slash = essence.indexOf('/');
    if (slash < 0) {
      return null;
    }
    String type = essence.substring(0, slash);
    String subtype = essence.substring(slash + 1);
    boolean any = type.equals("*");
    if ((!any && !HeaderValue.isToken(type))
        || (!subtype.equals("*") && (any || !HeaderValue.isToken(subtype)))) {
      return null;
    }
    int specificity = any ? 0 : subtype.equals("*") ? 1 : 2;
    int quality = WHOLE;
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      String name = (equals < 0 ? part : part.substring(0, equals)).strip();
      String value = equals < 0 ? "" : HeaderValue.unquote(part.substring(equals + 1).strip());
      if (name.equalsIgnoreCase("q")) {
        quality = quality(value);
        break;
      }
      // Everything here is UTF-8; other parameters narrow nothing that we could tell apart.
      if (name.equalsIgnoreCase("charset") && !value.equalsIgnoreCase("utf-8")) {
        return null;
      }
      specificity = name.isEmpty() ? specificity : Math.max(specificity, any ? 0 : 3);
    }
    return quality < 0 ? null : new Range(type, subtype, quality, specificity);
  }

  /// A qvalue in thousandths: `0`, `1`, `0.5`, at most three decimals; -1 for anything else.
  private static int quality(String text) {
    if (text.isEmpty() || text.length() > 5 || (text.length() > 1 && text.charAt(1) != '.')) {
      return -1;
    }
    int thousandths = 0;
    int unit = WHOLE;
    for (int i = 0; i < text.length(); i++) {
      if (i != 1) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return -1;
        }
        thousandths += digit * unit;
        unit /= 10;
      }
    }
    return thousandths <= WHOLE ? thousandths : -1;
  }
}
