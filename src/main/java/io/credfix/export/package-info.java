/// The catalogue as a tree of pages for a documentation site.
@NullMarked
package io.credfix.export;

import org.jspecify.annotations.NullMarked;
