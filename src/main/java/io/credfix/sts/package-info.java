/// What only AWS can tell: decodes an encoded authorization message with STS, when the operator
/// switched it on. Nothing else of credfix calls AWS.
@NullMarked
package io.credfix.sts;

import org.jspecify.annotations.NullMarked;
