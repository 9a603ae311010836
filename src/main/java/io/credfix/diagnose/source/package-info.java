/// Reads rule files: Markdown with front matter, their cases, and the organisation's variables.
/// Used by the build, by `check` and for the organisation's own rules; not on the way to an answer.
@NullMarked
package io.credfix.diagnose.source;

import org.jspecify.annotations.NullMarked;
