/** Planted faults: operations that depend on the client. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.operation;

import org.jspecify.annotations.NullMarked;
