/** Planted faults of the package {@code call}. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.call;

import org.jspecify.annotations.NullMarked;
