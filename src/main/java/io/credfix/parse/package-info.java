/// Reads a redacted text: which error, by which tool, with which facts beside it.
@NullMarked
package io.credfix.parse;

import org.jspecify.annotations.NullMarked;
