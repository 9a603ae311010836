package io.credfix.parse;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The facts found in one text. Immutable.
public final class Facts {
  /// No facts.
  public static final Facts NONE = new Builder().build();

  private final Map<Fact, List<String>> values;
  private final @Nullable Denial denial;
  private final @Nullable ClockSkew clockSkew;
  private final @Nullable AuthorizationDocument authorizationDocument;

  private Facts(Builder builder) {
    values = new EnumMap<>(Fact.class);
    builder.values.forEach((fact, set) -> values.put(fact, List.copyOf(set)));
    denial = builder.denial;
    clockSkew = builder.clockSkew;
    authorizationDocument = builder.authorizationDocument;
  }

  /// All values of a fact, the best first; empty when the text does not show it.
  public List<String> all(Fact fact) {
    return values.getOrDefault(fact, List.of());
  }

  /// The best value of a fact.
  public Optional<String> first(Fact fact) {
    List<String> all = all(fact);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  /// How the message words a denial, if it is one.
  public Optional<Denial> denial() {
    return Optional.ofNullable(denial);
  }

  /// The two clocks, when the message names them.
  public Optional<ClockSkew> clockSkew() {
    return Optional.ofNullable(clockSkew);
  }

  /// A decoded authorization message, when one was pasted.
  public Optional<AuthorizationDocument> authorizationDocument() {
    return Optional.ofNullable(authorizationDocument);
  }

  /// Collects facts for one text.
  public static final class Builder {
    private final Map<Fact, LinkedHashSet<String>> values = new EnumMap<>(Fact.class);
    private @Nullable Denial denial;
    private @Nullable ClockSkew clockSkew;
    private @Nullable AuthorizationDocument authorizationDocument;

    /// Adds a value behind those already there. One that is blank or holds a control character or a
    /// backtick is no value of any fact, whoever read it: guides put facts into commands.
    public Builder add(Fact fact, String value) {
      if (isPlain(value)) {
        values.computeIfAbsent(fact, any -> new LinkedHashSet<>()).add(value);
      }
      return this;
    }

    private static boolean isPlain(String value) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c < ' ' || c == '`' || c == 127) {
          return false;
        }
      }
      return !value.isBlank();
    }

    /// Sets how the denial is worded.
    public Builder denial(@Nullable Denial denial) {
      this.denial = denial;
      return this;
    }

    /// Sets the two clocks.
    public Builder clockSkew(@Nullable ClockSkew clockSkew) {
      this.clockSkew = clockSkew;
      return this;
    }

    /// Sets the decoded authorization message.
    public Builder authorizationDocument(@Nullable AuthorizationDocument document) {
      this.authorizationDocument = document;
      return this;
    }

    /// The finished facts.
    public Facts build() {
      return new Facts(this);
    }
  }
}
