package io.credfix.diagnose;

import java.util.List;

/// A cause as its rule file describes it. Texts are Markdown with placeholders; an empty text means
/// that the file has no such section.
///
/// @param id public name, kebab-case
/// @param title one line
/// @param family folder name, such as `credentials-rejected`
/// @param opening the answer in at most three lines
/// @param seen real output, the section "What you see"
/// @param why the mechanism
/// @param fixes in order of likelihood
/// @param verify the check
/// @param prevention one step
/// @param actor who must act, with a request to send
/// @param lookAlikes other causes with the same face
/// @param references AWS's pages
/// @param codes error codes that bring this cause up, for the catalogue's index
public record Cause(
    String id,
    String title,
    String family,
    String opening,
    String seen,
    String why,
    List<Fix> fixes,
    String verify,
    String prevention,
    String actor,
    List<LookAlike> lookAlikes,
    List<Reference> references,
    List<String> codes) {
  /// Copies the lists.
  public Cause {
    fixes = List.copyOf(fixes);
    lookAlikes = List.copyOf(lookAlikes);
    references = List.copyOf(references);
    codes = List.copyOf(codes);
  }
}
