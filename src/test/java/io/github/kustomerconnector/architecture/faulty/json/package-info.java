/** Planted faults: a lowest layer that looks up. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.json;

import org.jspecify.annotations.NullMarked;
