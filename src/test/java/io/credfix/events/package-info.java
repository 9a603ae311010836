/// Sends every file of `events/` to the function: in this process, and to the packaged artifact
/// under the Lambda runtime interface client.
@NullMarked
package io.credfix.events;

import org.jspecify.annotations.NullMarked;
