/** Planted faults: a lowest layer that depends on a higher one. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.json;

import org.jspecify.annotations.NullMarked;
