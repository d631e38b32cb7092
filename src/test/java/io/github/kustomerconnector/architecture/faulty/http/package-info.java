/** Planted faults of the package {@code http}. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.http;

import org.jspecify.annotations.NullMarked;
