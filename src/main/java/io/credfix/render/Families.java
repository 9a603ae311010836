package io.credfix.render;

import java.util.Locale;
import java.util.Map;

/// The families' names as readers see them.
public final class Families {
  private static final Map<String, String> TITLES =
      Map.of(
          "credentials-missing", "Credentials were not found or could not be loaded",
          "credentials-rejected", "The credentials were rejected",
          "identity-center", "IAM Identity Center (SSO) and console login",
          "roles-and-federation", "Assuming roles and federation",
          "authorization", "Authenticated, but not authorized",
          "network", "On the way to AWS");

  private Families() {}

  /// The family's name; an organisation's own family is named after its folder.
  public static String title(String family) {
    String known = TITLES.get(family);
    if (known != null) {
      return known;
    }
    String words = family.replace('-', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
