/// The command line: `explain`, `serve`, `export`, `check`.
@NullMarked
package io.credfix.cli;

import org.jspecify.annotations.NullMarked;
