/// The Model Context Protocol: the same explanations as tools of an assistant. Knows messages, not
/// what carries them; HTTP and standard streams do.
@NullMarked
package io.credfix.mcp;

import org.jspecify.annotations.NullMarked;
