/** Operations on records of several kinds: look-ups by name, and deletes. */
@NullMarked
package io.github.kustomerconnector.operation.record;

import org.jspecify.annotations.NullMarked;
