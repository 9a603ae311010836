/// Removes every secret from what the caller submitted. Nothing else makes a `Redacted`.
@NullMarked
package io.credfix.redact;

import org.jspecify.annotations.NullMarked;
