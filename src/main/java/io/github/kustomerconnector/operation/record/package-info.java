/** Operations on records of several kinds. */
@NullMarked
package io.github.kustomerconnector.operation.record;

import org.jspecify.annotations.NullMarked;
