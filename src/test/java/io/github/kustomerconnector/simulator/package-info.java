/** A stateful Kustomer in memory, for tests: it stores, refuses, limits and fails as the real one does. */
@NullMarked
package io.github.kustomerconnector.simulator;

import org.jspecify.annotations.NullMarked;
