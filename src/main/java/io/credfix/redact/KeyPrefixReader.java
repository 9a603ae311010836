package io.credfix.redact;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads key prefixes. Source of the kinds: IAM User Guide, "IAM identifiers"; of the account: the
/// 40 bits behind the letters, as `sts:GetAccessKeyInfo` confirms them.
final class KeyPrefixReader {
  private static final int LETTERS = 4;
  private static final int KEPT = 13;
  private static final int MAX_KEY_ID = 128;
  private static final int USUAL_KEY_ID = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final long ACCOUNTS = 1_000_000_000_000L;

  /// Documentation ids that do not say so in their first thirteen characters.
  private static final Set<String> EXAMPLES =
      Set.of("AKIAIOSFODNN7", "ASIAIOSFODNN7", "AKIAI44QH8DHB", "ASIAI44QH8DHB");

  private static final String TOO_SHORT =
      "A key prefix has at least four characters, such as ASIA or AKIA.";
  private static final String NO_PREFIX =
      "This cannot be the beginning of an access key id. It begins with four letters such as AKIA"
          + " or ASIA, then letters and digits.";
  private static final String SECRET =
      "This looks like a secret, not like the beginning of an access key id. Treat it as exposed:"
          + " deactivate it and issue a new one. Send only the first letters of the access key id,"
          + " such as ASIA.";

  private KeyPrefixReader() {}

  static KeyPrefixInput read(String text) {
    String stated = trim(text);
    int end = 0;
    while (end < stated.length() && Chars.isAlnum(stated.charAt(end))) {
      end++;
    }
    String id = stated.substring(0, end).toUpperCase(Locale.ROOT);
    boolean masked = end < stated.length();
    String rest = stated.substring(end);
    boolean known = id.length() >= LETTERS && isKnown(id.substring(0, LETTERS));
    if (!known || !isMask(rest) || id.length() > MAX_KEY_ID || isSecret(stated, id, masked)) {
      if (isSecretLooking(stated)) {
        return new KeyPrefixInput.Refused(SECRET, true);
      }
      return new KeyPrefixInput.Refused(
          stated.length() < LETTERS || id.length() < LETTERS && isMask(rest)
              ? TOO_SHORT
              : NO_PREFIX,
          false);
    }
    String shown = withoutMask(id);
    return new KeyPrefixInput.Accepted(keyOf(shown), shown.length() > KEPT);
  }

  /// What the first four letters say of a unique id.
  static KeyKind kindOf(String letters) {
    return switch (letters) {
      case "ASIA" -> KeyKind.TEMPORARY;
      case "AKIA" -> KeyKind.LONG_TERM;
      case "LKIA", "LSIA" -> KeyKind.EMULATOR;
      case "AROA", "AIDA", "AGPA", "AIPA", "ANPA", "ANVA", "APKA", "ASCA", "ABIA", "ACCA" ->
          KeyKind.NOT_A_KEY;
      default -> KeyKind.UNKNOWN;
    };
  }

  /// What a key id or its beginning tells.
  ///
  /// @param text at least four characters, upper case or lower case
  static KeyPrefix keyOf(String text) {
    String id = text.toUpperCase(Locale.ROOT);
    String letters = id.substring(0, LETTERS);
    KeyKind kind = kindOf(letters);
    String prefix = id.substring(0, Math.min(KEPT, id.length()));
    boolean isKey = kind == KeyKind.TEMPORARY || kind == KeyKind.LONG_TERM;
    if (isKey && (id.contains("EXAMPLE") || EXAMPLES.contains(prefix))) {
      return new KeyPrefix(KeyKind.DOCUMENTATION, prefix, null);
    }
    return new KeyPrefix(kind, prefix, isKey ? account(prefix) : null);
  }

  /// The account inside thirteen characters; null: it cannot be told. Ids from before 2019 carry
  /// none: their fifth character is below `Q`.
  static @Nullable String account(String prefix) {
    if (prefix.length() < KEPT) {
      return null;
    }
    long bits = 0;
    for (int i = LETTERS; i < KEPT; i++) {
      int index = BASE32.indexOf(prefix.charAt(i));
      if (index < 0 || i == LETTERS && index < 16) {
        return null;
      }
      bits = bits << 5 | index;
    }
    // 45 bits were read: the first is the mark, the next 40 are the account, four belong to the
    // rest of the id.
    long account = bits >> 4 & 0xff_ffff_ffffL;
    return account < ACCOUNTS ? String.format(Locale.ROOT, "%012d", account) : null;
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isEdge(text.charAt(start))) {
      start++;
    }
    while (end > start && isEdge(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isEdge(char c) {
    return c <= ' ' || "\"'`“”‘’\u00a0\u200b\ufeff".indexOf(c) >= 0;
  }

  private static boolean isKnown(String letters) {
    return kindOf(letters) != KeyKind.UNKNOWN;
  }

  private static boolean isMask(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (!Chars.isMask(c) && c != '.' && c != '-' && c != '_' && c != '?' && c != ' ') {
        // A mask may show the last characters: `AKIA************WXYZ`.
        return i > 0 && rest.length() - i <= LETTERS && Chars.isAlnum(c);
      }
    }
    return true;
  }

  /// `ASIAXXXXXXXXXXXXXXXX` is a mask of letters.
  private static String withoutMask(String id) {
    int end = id.length();
    while (end > LETTERS && id.charAt(end - 1) == 'X') {
      end--;
    }
    return id.length() - end >= 3 ? id.substring(0, end) : id;
  }

  /// Forty characters are a secret even if they begin like a key id.
  private static boolean isSecret(String stated, String id, boolean masked) {
    return !masked && id.length() > USUAL_KEY_ID + LETTERS && !stated.equals(id);
  }

  private static boolean isSecretLooking(String stated) {
    int run = 0;
    int longest = 0;
    for (int i = 0; i < stated.length(); i++) {
      char c = stated.charAt(i);
      run = Chars.isAnyBase64(c) || c == '=' || c == '.' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest >= 30 || stated.contains("PRIVATE KEY");
  }
}
