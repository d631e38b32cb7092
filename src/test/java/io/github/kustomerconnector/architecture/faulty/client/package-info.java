/** Planted faults: a client that knows too much and keeps too much. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.client;

import org.jspecify.annotations.NullMarked;
