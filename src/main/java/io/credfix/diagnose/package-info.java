/// Ranks the causes of a reported error by the rulebook's signatures and evidence.
@NullMarked
package io.credfix.diagnose;

import org.jspecify.annotations.NullMarked;
