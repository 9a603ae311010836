/// The whole path, from a submission to a guide, and the command line.
@NullMarked
package io.credfix;

import org.jspecify.annotations.NullMarked;
