/** Planted faults: a top layer with one class below it. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.connector;

import org.jspecify.annotations.NullMarked;
