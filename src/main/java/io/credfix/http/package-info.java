/// The API, its Lambda handler and the local server in front of the same handler.
@NullMarked
package io.credfix.http;

import org.jspecify.annotations.NullMarked;
