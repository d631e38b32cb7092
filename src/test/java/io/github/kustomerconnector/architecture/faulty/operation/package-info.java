/** Planted faults: operations that talk to the network. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.operation;

import org.jspecify.annotations.NullMarked;
