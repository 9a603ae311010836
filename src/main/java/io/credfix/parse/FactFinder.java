package io.credfix.parse;

import java.util.List;

/// Finds one sort of facts in a text. What it adds matches the closed grammar of its fact.
sealed interface FactFinder
    permits ArnFacts, HostFacts, SettingFacts, FederationFacts, PlaceFacts, ToolFacts {

  /// Adds what the text shows. The work is linear in the text, and no text makes it throw.
  void find(ReadableText text, Facts.Builder facts);

  /// Every finder; earlier ones give the better values.
  static List<FactFinder> all() {
    return List.of(
        new SettingFacts(),
        new ArnFacts(),
        new HostFacts(),
        new FederationFacts(),
        new PlaceFacts(),
        new ToolFacts());
  }
}
