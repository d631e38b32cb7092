/** Planted faults: dependencies and state that a client must not have. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.client;

import org.jspecify.annotations.NullMarked;
