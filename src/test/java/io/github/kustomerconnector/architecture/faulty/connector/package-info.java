/** Planted faults: a top layer and a connector that uses HTTP. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.connector;

import org.jspecify.annotations.NullMarked;
