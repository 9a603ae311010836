/// Writes a diagnosis as a guide: Markdown, HTML, JSON or for a terminal.
@NullMarked
package io.credfix.render;

import org.jspecify.annotations.NullMarked;
