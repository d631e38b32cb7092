/** Planted faults of the package {@code field}. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.field;

import org.jspecify.annotations.NullMarked;
