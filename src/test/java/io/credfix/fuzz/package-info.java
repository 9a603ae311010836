/// Fuzz targets: random mutations of the rules' own cases through each stage. `.ci/fuzz` runs them.
@NullMarked
package io.credfix.fuzz;

import org.jspecify.annotations.NullMarked;
