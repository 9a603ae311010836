package io.credfix.parse;

import java.util.Set;

/// The shape of Region names; whether one exists is for the rules to say.
final class RegionNames {
  private static final Set<String> AREAS =
      Set.of(
          "af", "ap", "ca", "cn", "eu", "eusc", "il", "me", "mx", "sa", "us", "us-gov", "us-iso",
          "us-isob", "eu-isoe", "us-isof");

  private RegionNames() {}

  /// True for `eu-north-1`, and for what was meant as one: `eu-nort-1`, `us-east-1a`.
  static boolean looksLikeRegion(String name) {
    int last = name.lastIndexOf('-');
    int first = name.indexOf('-');
    if (name.length() < 6 || name.length() > 25 || last <= first || first < 2) {
      return false;
    }
    int middle = name.lastIndexOf('-', last - 1);
    String area = name.substring(0, middle);
    String number = name.substring(last + 1);
    return AREAS.contains(area)
        && middle + 1 < last
        && isLowerLetters(name.substring(middle + 1, last))
        && Characters.isDigit(number.isEmpty() ? ' ' : number.charAt(0))
        && number.length() <= 3
        && Characters.consistsOf(number, "");
  }

  /// True for what stands where a Region belongs and is written like one, also `us-east` and
  /// `fr-par`: not for a name that was masked, nor for a placeholder.
  static boolean isMeantAsRegion(String name) {
    return name.indexOf('-') > 1
        && Characters.isLower(name.charAt(0))
        && isSetting(name)
        && !name.startsWith("oss-")
        && !name.contains("xx")
        && !name.contains("region")
        && !name.contains("your");
  }

  /// True for anything that someone may have set as a Region: letters, digits and hyphens.
  static boolean isSetting(String value) {
    return value.length() >= 2
        && value.length() <= 30
        && Characters.isLetter(value.charAt(0))
        && Characters.consistsOf(value, "-_");
  }

  private static boolean isLowerLetters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Characters.isLower(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
