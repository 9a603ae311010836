@NullMarked
package io.credfix.sts;

import org.jspecify.annotations.NullMarked;
