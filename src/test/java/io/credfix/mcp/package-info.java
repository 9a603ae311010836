@NullMarked
package io.credfix.mcp;

import org.jspecify.annotations.NullMarked;
