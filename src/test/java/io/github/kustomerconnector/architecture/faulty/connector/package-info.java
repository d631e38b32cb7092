/** Planted faults: a top layer, a connector that uses HTTP, and one that uses the SDK of webhooks. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.connector;

import org.jspecify.annotations.NullMarked;
