/// Proves a rulebook: validates its files, runs their cases and scores them on a corpus.
@NullMarked
package io.credfix.check;

import org.jspecify.annotations.NullMarked;
