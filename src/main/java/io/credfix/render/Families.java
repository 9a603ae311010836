package io.credfix.render;

import java.util.Locale;

/// The families of causes as readers see them.
public final class Families {
  private Families() {}

  /// The family's name; an organisation's own family is named after its folder.
  public static String title(String family) {
    return switch (family) {
      case "credentials-missing" -> "Credentials were not found";
      case "credentials-rejected" -> "Credentials were rejected";
      case "identity-center" -> "IAM Identity Center and login";
      case "roles-and-federation" -> "Assuming roles and federation";
      case "authorization" -> "Permissions";
      case "network" -> "Reaching AWS at all";
      default -> sentence(family);
    };
  }

  private static String sentence(String family) {
    String words = family.replace('-', ' ');
    return words.isEmpty()
        ? "Other"
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
